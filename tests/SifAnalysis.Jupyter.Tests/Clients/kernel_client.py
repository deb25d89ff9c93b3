"""Drives an installed kernel with Jupyter's own client; each check prints one line of JSON: its name and what was wrong.

Usage: kernel_client.py KERNEL-NAME CHECK...   (JUPYTER_DATA_DIR names the folder in which the kernel is installed)
"""
import contextlib
import json
import os
import sys
import time
import traceback

from jupyter_client.blocking import BlockingKernelClient
from jupyter_client.manager import KernelManager

NAME = sys.argv[1]
PATIENCE = 60


@contextlib.contextmanager
def started(**options):
    manager = KernelManager(kernel_name=NAME)
    manager.start_kernel(**options)
    client = manager.client()
    client.start_channels()
    try:
        client.wait_for_ready(timeout=PATIENCE)
        yield manager, client
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def outputs(client, identifier, patience=PATIENCE):
    """All broadcasts of a request up to its idle."""
    found = []
    while True:
        message = client.get_iopub_msg(timeout=patience)
        if message["parent_header"].get("msg_id") != identifier:
            continue
        found.append(message)
        if message["msg_type"] == "status" and message["content"]["execution_state"] == "idle":
            return found


def reply(client, identifier, channel="shell", patience=PATIENCE):
    end = time.time() + patience
    while time.time() < end:
        message = getattr(client, f"get_{channel}_msg")(timeout=patience)
        if message["parent_header"].get("msg_id") == identifier:
            return message
    raise TimeoutError(identifier)


def run(client, code, **options):
    identifier = client.execute(code, **options)
    broadcasts = outputs(client, identifier)
    return reply(client, identifier)["content"], broadcasts


def of(broadcasts, kind):
    return [message["content"] for message in broadcasts if message["msg_type"] == kind]


def text(broadcasts, stream="stdout"):
    return "".join(content["text"] for content in of(broadcasts, "stream") if content["name"] == stream)


def result(broadcasts):
    return of(broadcasts, "execute_result")[0]["data"]["text/plain"]


def request(client, kind, content, channel="shell"):
    message = client.session.msg(kind, content)
    getattr(client, f"{channel}_channel").send(message)
    return message["header"]["msg_id"]


def check_execute(client, manager):
    answer, broadcasts = run(client, 'Console.WriteLine("out"); 1 + 1')
    assert answer["status"] == "ok", answer
    kinds = [message["msg_type"] for message in broadcasts]
    assert kinds[0] == "status" and broadcasts[0]["content"]["execution_state"] == "busy", kinds
    assert kinds[1] == "execute_input" and kinds[-1] == "status", kinds
    assert text(broadcasts) == "out\n", text(broadcasts)
    assert result(broadcasts) == "2", broadcasts
    assert of(broadcasts, "execute_result")[0]["execution_count"] == answer["execution_count"]
    answer, broadcasts = run(client, "var kept = 40;")
    answer, broadcasts = run(client, "kept + 2")
    assert result(broadcasts) == "42"


def check_silent(client, manager):
    before, _ = run(client, "1")
    answer, broadcasts = run(client, "2", silent=True)
    assert [message["msg_type"] for message in broadcasts] == ["status", "status"], broadcasts
    answer, _ = run(client, "3", store_history=False)
    assert answer["execution_count"] == before["execution_count"], answer
    after, _ = run(client, "4")
    assert after["execution_count"] == before["execution_count"] + 1


def check_expressions(client, manager):
    answer, _ = run(client, "var x = 20;", user_expressions={"twice": "x * 2", "wrong": "nothing"})
    assert answer["user_expressions"]["twice"]["data"]["text/plain"] == "40", answer
    assert answer["user_expressions"]["wrong"]["status"] == "error", answer


def check_error(client, manager):
    answer, broadcasts = run(client, 'int Zero() => 0;\n1 / Zero()')
    assert answer["status"] == "error" and answer["ename"] == "System.DivideByZeroException", answer
    assert any("line 2" in line for line in of(broadcasts, "error")[0]["traceback"]), broadcasts
    answer, broadcasts = run(client, "int y = \"text\";")
    assert "CS0029" in "\n".join(answer["traceback"]), answer


def check_abort(client, manager):
    first = client.execute('System.Threading.Thread.Sleep(1000); throw new Exception("stop");')
    second = client.execute("1")
    assert reply(client, first)["content"]["status"] == "error"
    assert reply(client, second)["content"]["status"] == "aborted"
    outputs(client, second)
    first = client.execute('System.Threading.Thread.Sleep(500); throw new Exception("go on");', stop_on_error=False)
    second = client.execute("1")
    assert reply(client, first)["content"]["status"] == "error"
    assert reply(client, second)["content"]["status"] == "ok"


def check_display(client, manager):
    _, broadcasts = run(client, 'var shown = display("before"); shown.Update("after"); display(HTML("<b>bold</b>"));')
    first = of(broadcasts, "display_data")[0]
    update = of(broadcasts, "update_display_data")[0]
    assert first["data"]["text/plain"] == "before" and update["data"]["text/plain"] == "after", broadcasts
    assert first["transient"]["display_id"] == update["transient"]["display_id"]
    assert "<b>bold</b>" in of(broadcasts, "display_data")[1]["data"]["text/html"]


def check_input(client, manager):
    identifier = client.execute('var name = input("Who? "); name', allow_stdin=True)
    question = client.get_stdin_msg(timeout=PATIENCE)
    assert question["content"] == {"prompt": "Who? ", "password": False}, question
    assert question["parent_header"]["msg_id"] == identifier
    client.input("Ada")
    assert result(outputs(client, identifier)) == "Ada"
    answer, _ = run(client, 'input("Who? ")', allow_stdin=False)
    assert answer["status"] == "error" and "nobody to answer" in answer["evalue"], answer


def check_lazy(client, manager):
    """What a first cell has no need of is not loaded, so that it does not wait for it."""
    _, broadcasts = run(client, 'string.Join(",", AppDomain.CurrentDomain.GetAssemblies().Select(each => each.GetName().Name).Where(name => name.StartsWith("NuGet") || name.StartsWith("DuckDB")))')
    assert result(broadcasts) == "", broadcasts


def check_nuget(client, manager):
    answer, broadcasts = run(client, '#r "nuget: Newtonsoft.Json, 13.0.1"\nNewtonsoft.Json.JsonConvert.SerializeObject(new[] { 1, 2 })')
    assert answer["status"] == "ok", answer
    assert result(broadcasts) == "[1,2]", broadcasts
    shown = of(broadcasts, "update_display_data")[-1]["data"]["text/plain"]
    assert "Newtonsoft.Json" in shown, shown
    code = "Newtonsoft.Json.JsonConvert.Serial"
    answer = reply(client, client.complete(code, len(code)))["content"]
    assert "SerializeObject" in answer["matches"], answer
    answer, _ = run(client, '#r "nuget: Newtonsoft.Json, 1.0.99"')
    assert answer["status"] == "error" and "13.0.1" in answer["evalue"], answer
    answer, broadcasts = run(client, "display(1); 1 + 1")
    assert result(broadcasts) == "2", broadcasts


def check_sql(client, manager):
    run(client, 'using Microsoft.Data.Analysis;\nvar rows = new DataFrame(new StringDataFrameColumn("region", new[] { "North", "North", "South" }), new Int32DataFrameColumn("number", new int?[] { 1, 2, null }));')
    answer, broadcasts = run(client, "#!sql --name totals\nselect region, sum(number) as total from rows group by region order by region")
    assert answer["status"] == "ok", answer
    assert "North" in json.dumps(of(broadcasts, "display_data")[0]["data"]), broadcasts
    _, broadcasts = run(client, '$"{totals[0, 0]} {totals[0, 1]} {totals[1, 1] is null}"')
    assert result(broadcasts) == "North 3 True", broadcasts
    answer = reply(client, client.complete("totals.Col", 10))["content"]
    assert "Columns" in answer["matches"], answer
    answer, broadcasts = run(client, "#!sql\nselect *\nfrom lost")
    assert answer["ename"] == "SQL error" and answer["evalue"].startswith("Line 3"), answer
    answer = reply(client, client.is_complete("#!sql\nselect 1"))["content"]
    assert answer["status"] == "complete", answer


def check_complete(client, manager):
    run(client, "var numbers = new List<int>();")
    code = 'var s = "\U0001F600"; numbers.Ad'
    answer = reply(client, client.complete(code, len(code)))["content"]
    assert "Add" in answer["matches"] and "AddRange" in answer["matches"], answer
    assert (answer["cursor_start"], answer["cursor_end"]) == (len(code) - 2, len(code)), answer
    answer = reply(client, client.complete("numb", 4))["content"]
    assert "numbers" in answer["matches"], answer


def completions(client, code):
    return reply(client, client.complete(code, len(code)))["content"]["matches"]


def check_scope(client, manager):
    assert "display" in completions(client, "disp")
    assert "JsonSerializer" not in completions(client, "JsonSer")
    run(client, "using System.Text.Json;\nrecord Grade(string Name, int Rank);\nint Twice(int number) => 2 * number;")
    assert "JsonSerializer" in completions(client, "JsonSer")
    assert "Serialize" in completions(client, "JsonSerializer.Seri")
    assert "Rank" in completions(client, 'new Grade("Good", 2).')
    assert "Twice" in completions(client, "Twi")
    assert completions(client, "noSuchName.") == []
    run(client, "record Grade(string Title); var rows = new[] { new { Name = 1, Total = 2.5 } }.ToList(); var pair = (Left: 1, Right: 2);")
    assert "Total" in completions(client, "rows[0].To")
    assert "Left" in completions(client, "pair.Le")
    seen = completions(client, 'new Grade("Good").')
    assert "Title" in seen and "Rank" not in seen, seen


def check_unfinished(client, manager):
    """There is completion in a cell that does not compile."""
    assert "CompareTo" in completions(client, "foreach (var x in new[] { 1 }) { x.Comp")
    assert "AddRange" in completions(client, "var a = new List<int>(); if (a.Count > 0) { a.Ad")
    assert "Sqrt" in completions(client, 'Console.WriteLine($"{Math.Sq')
    assert "AddRange" in completions(client, "var broken = ; var fine = new List<int>(); fine.Ad")


def check_documentation(client, manager):
    """The kit's own members show what they say of themselves: unit and range of a parameter, and whose formula it is."""
    library = os.path.join(os.path.dirname(manager.kernel_spec.argv[1]), "SifAnalysis.dll")
    answer, _ = run(client, f'#r "{library}"\nusing SifAnalysis.Statistics;')
    assert answer["status"] == "ok", answer
    shown = reply(client, client.inspect("Proportions.Wilson(3, 10, ", 26))["content"]["data"]["text/plain"]
    for expected in ("Proportions.Wilson(", "(Wilson, 1927)", "level: The confidence level, between 0 and 1.",
                     "population: The size of the finite population, or null for an infinite one."):
        assert expected in shown, shown


def check_call(client, manager):
    """Between the parentheses of a call stands what is called, with its parameters."""
    for code in ("Math.Sqrt(", "Math.Sqrt()", "Math.Sqrt(2 "):
        answer = reply(client, client.inspect(code, len("Math.Sqrt(")))["content"]
        assert "double Math.Sqrt(double d)" in answer["data"]["text/plain"], answer
        assert "d: The number whose square root is to be found." in answer["data"]["text/plain"], answer
    answer = reply(client, client.inspect("var list = new List<int>(3", 26))["content"]
    assert "initially store" in answer["data"]["text/plain"], answer


def check_inspect(client, manager):
    code = 'var s = "\U0001F600"; Math.Sqrt(2)'
    answer = reply(client, client.inspect(code, code.index("Sqrt") + 1))["content"]
    assert answer["found"] and "double Math.Sqrt(double d)" in answer["data"]["text/plain"], answer
    assert "square root" in answer["data"]["text/plain"], answer
    assert answer["data"]["text/markdown"].startswith("```csharp\n"), answer
    answer = reply(client, client.inspect("Math.Abs(1)", 6))["content"]
    assert "Overloads:" in answer["data"]["text/plain"] and "decimal Math.Abs(decimal value)" in answer["data"]["text/plain"], answer
    run(client, "/// <summary>Doubles.</summary>\nint Doubled(int number) => 2 * number;")
    answer = reply(client, client.inspect("Doubled(2)", 7))["content"]
    assert "int Doubled(int number)" in answer["data"]["text/plain"], answer
    assert not reply(client, client.inspect("   ", 1))["content"]["found"]
    assert not reply(client, client.inspect("", 0))["content"]["found"]


def check_numbers(client, manager):
    """A traceback names a cell by the number that the client shows, whatever ran in between."""
    run(client, "0", silent=True)
    run(client, "1", user_expressions={"a": "1", "b": "2"})
    answer, broadcasts = run(client, 'int Inverse(int n) => 1 / n;')
    first = answer["execution_count"]
    answer, broadcasts = run(client, '\nInverse(0)')
    trace = "\n".join(answer["traceback"])
    assert f"Cell {first}, line 1" in trace and f"Cell {answer['execution_count']}, line 2" in trace, trace


def check_heartbeat(client, manager):
    identifier = client.execute("System.Threading.Thread.Sleep(3000);")
    time.sleep(1)
    assert client.hb_channel.is_beating() and manager.is_alive()
    outputs(client, identifier)
    reply(client, identifier)


def check_is_complete(client, manager):
    for code, status in [("1 + 1", "complete"), ("if (true) {", "incomplete"), ("int = ;", "invalid"), ("#!who", "complete")]:
        answer = reply(client, client.is_complete(code))["content"]
        assert answer["status"] == status, (code, answer)


def check_history(client, manager):
    for code in ("var a = 1;", "var b = 2;", "a + b"):
        run(client, code)
    tail = reply(client, client.history(hist_access_type="tail", n=2))["content"]["history"]
    assert [entry[2] for entry in tail] == ["var b = 2;", "a + b"], tail
    ranged = reply(client, client.history(raw=True, output=False, hist_access_type="range", session=0, start=1, stop=2))["content"]["history"]
    assert all(entry[1] == 1 for entry in ranged) and len(ranged) == 1, ranged
    found = reply(client, client.history(hist_access_type="search", pattern="var*", n=5))["content"]["history"]
    assert len([entry for entry in found if entry[2].startswith("var ")]) == len(found) > 0, found


def check_information(client, manager):
    answer = reply(client, client.kernel_info())["content"]
    assert answer["language_info"]["name"] == "C#" and answer["language_info"]["file_extension"] == ".cs", answer
    assert reply(client, client.comm_info())["content"]["comms"] == {}
    identifier = request(client, "comm_open", {"comm_id": "c1", "target_name": "unknown", "data": {}})
    assert of(outputs(client, identifier), "comm_close")[0]["comm_id"] == "c1"
    identifier = request(client, "debug_request", {"type": "request", "seq": 1, "command": "attach"}, "control")
    assert reply(client, identifier, "control")["content"]["success"] is False


def check_garbage(client, manager):
    raw = client.shell_channel.socket
    raw.send_multipart([b"garbage"])
    raw.send_multipart([b"<IDS|MSG>", b"x"])
    raw.send_multipart([b"<IDS|MSG>", b"0" * 64, b"{}", b"{}", b"{}", b"{}"])
    raw.send_multipart([b"<IDS|MSG>", b"0" * 64, b"\xff\xfe", b"[", b"{", b"null"])
    signed = client.session.serialize(client.session.msg("execute_request", {"code": "Console.Write(\"once\")", "silent": False, "allow_stdin": False}))
    forged = list(signed)
    forged[-1] = forged[-1].replace(b"once", b"forged")
    raw.send_multipart(forged)
    raw.send_multipart(signed)
    raw.send_multipart(signed)
    raw.send_multipart(client.session.serialize(client.session.msg("no_such_request", {})))
    for content in (b"[]", b"null", b"5"):
        header, parent, metadata = signed[2], signed[3], signed[4]
        raw.send_multipart([b"<IDS|MSG>", client.session.sign([header, parent, metadata, content]), header, parent, metadata, content])
    request(client, "execute_request", {"code": 5, "silent": "perhaps"})
    request(client, "complete_request", {"code": "x", "cursor_pos": -7})
    identifier = client.execute("\"alive\"")
    written = ""
    while True:
        message = client.get_iopub_msg(timeout=PATIENCE)
        if message["msg_type"] == "stream":
            written += message["content"]["text"]
        if message["parent_header"].get("msg_id") == identifier and message["msg_type"] == "execute_result":
            break
    assert written == "once", written


def processor_time(manager):
    with open(f"/proc/{manager.provisioner.pid}/stat") as stat:
        fields = stat.read().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def comes_to_rest(manager):
    """Whether the kernel has a second in which it hardly uses the processor; code that runs on never has one."""
    for _ in range(30):
        used = processor_time(manager)
        time.sleep(1)
        if processor_time(manager) - used < 0.5:
            return True
    return False


def check_interrupt(client, manager):
    run(client, "var before = 7; var turns = 0L;")
    for code in (
        "while (true) turns++;",
        "while (true) { try { turns++; } catch { } }",
        "await Task.Delay(-1);",
        "for (;;) { System.Threading.Thread.Sleep(5); }",
        "while (true) Console.Write(\"x\");",
        "Parallel.For(0L, long.MaxValue, turn => System.Threading.Interlocked.Increment(ref turns));",
        "await Task.Run(() => { while (true) turns++; });",
    ):
        identifier = client.execute("var above = 35;\n#!time\n" + code)
        time.sleep(1.5)
        manager.interrupt_kernel()
        answer = reply(client, identifier, patience=20)["content"]
        assert answer["status"] == "error" and answer["ename"] == "Interrupted" and "was stopped" in answer["evalue"], (code, answer)
        outputs(client, identifier)
        _, broadcasts = run(client, "before + above")
        assert result(broadcasts) == "42", (code, broadcasts)
        assert comes_to_rest(manager), code


def check_threads(client, manager):
    _, broadcasts = run(client, 'new System.Threading.Thread(() => throw new Exception("loose")).Start(); await Task.Delay(500);')
    assert "System.Exception: loose" in text(broadcasts, "stderr"), broadcasts
    _, broadcasts = run(client, 'async void Fails() { await Task.Yield(); throw new Exception("adrift"); } Fails(); await Task.Delay(500);')
    assert "System.Exception: adrift" in text(broadcasts, "stderr"), broadcasts
    _, broadcasts = run(client, "\"alive\"")
    assert result(broadcasts) == "alive"


def check_flood(client, manager):
    answer, broadcasts = run(client, 'var line = new string(\'x\', 1023) + "\\n"; for (var i = 0; i < 50 * 1024; i++) Console.Write(line);')
    assert answer["status"] == "ok", answer
    written = text(broadcasts)
    assert len(written) == 50 * 1024 * 1024, len(written)
    assert len(of(broadcasts, "stream")) < 5000, len(of(broadcasts, "stream"))


def check_streaming(client, manager):
    identifier = client.execute('Console.WriteLine("early"); await Task.Delay(3000); Console.WriteLine("late");')
    seen = {}
    while True:
        message = client.get_iopub_msg(timeout=PATIENCE)
        if message["msg_type"] == "stream":
            seen[message["content"]["text"]] = time.time()
        if message["parent_header"].get("msg_id") == identifier and message["content"].get("execution_state") == "idle":
            break
    assert seen["late\n"] - seen["early\n"] > 1.5, seen


def check_two_clients(client, manager):
    other = BlockingKernelClient(connection_file=manager.connection_file)
    other.load_connection_file()
    other.start_channels()
    other.wait_for_ready(timeout=PATIENCE)
    try:
        mine = [client.execute(f'Console.Write("mine{i}");') for i in range(10)]
        theirs = [other.execute(f'Console.Write("theirs{i}");') for i in range(10)]
        expected = {identifier: f"mine{i}" for i, identifier in enumerate(mine)} | {identifier: f"theirs{i}" for i, identifier in enumerate(theirs)}
        seen, idle = {}, set()
        while idle != set(expected):
            message = client.get_iopub_msg(timeout=PATIENCE)
            parent = message["parent_header"].get("msg_id")
            if message["msg_type"] == "stream":
                seen[parent] = seen.get(parent, "") + message["content"]["text"]
            if message["content"].get("execution_state") == "idle" and parent in expected:
                idle.add(parent)
        assert seen == expected, (seen, expected)
        for identifier in mine:
            assert reply(client, identifier)["content"]["status"] == "ok"
        for identifier in theirs:
            assert reply(other, identifier)["content"]["status"] == "ok"
    finally:
        other.stop_channels()


def check_restart(client, manager):
    run(client, "var gone = 1;")
    manager.restart_kernel()
    client.wait_for_ready(timeout=PATIENCE)
    answer, broadcasts = run(client, "gone")
    assert answer["status"] == "error", answer
    assert "restarted because" not in text(broadcasts, "stderr")


def restarted(manager, client):
    """Starts the dead kernel again, for a client that has no broadcasts of the old one waiting."""
    client.stop_channels()
    manager.restart_kernel(now=True)
    client = manager.client()
    client.start_channels()
    client.wait_for_ready(timeout=PATIENCE)
    return client


def died_in(client, manager, code):
    client.execute(code)
    end = time.time() + PATIENCE
    while manager.is_alive() and time.time() < end:
        time.sleep(0.1)
    assert not manager.is_alive(), "the process lives"
    client = restarted(manager, client)
    _, broadcasts = run(client, "1 + 1")
    notice = text(broadcasts, "stderr")
    assert code in notice and "process ended while this cell ran" in notice, notice
    assert result(broadcasts) == "2"
    _, broadcasts = run(client, "1 + 1")
    assert text(broadcasts, "stderr") == ""
    client.stop_channels()


def check_exit(client, manager):
    died_in(client, manager, "Environment.Exit(3);")


def check_stack(client, manager):
    """Calls without end in which no function of the cell takes part end the process, which says so afterwards."""
    died_in(client, manager, "class Nest { public Nest Inner = new Nest(); } new Nest()")


def check_recursion(client, manager):
    run(client, "var before = 42;")
    answer, broadcasts = run(client, 'Console.Write("so far"); int Deeper(int n) => Deeper(n + 1) + 1; Deeper(0)')
    assert answer["ename"] == "System.InsufficientExecutionStackException", answer
    assert text(broadcasts) == "so far" and len(answer["traceback"]) < 60, broadcasts
    _, broadcasts = run(client, "before")
    assert result(broadcasts) == "42"


def check_memory(client, manager):
    run(client, "var before = 42;")
    for code in ("var all = new List<byte[]>(); while (true) all.Add(new byte[1 << 20]);",
                 'var all = ""; while (true) all += "x" + all;',
                 "var all = new List<object>(); while (true) all.Add(new object());"):
        answer, broadcasts = run(client, 'Console.Write("so far"); ' + code)
        assert answer["ename"] == "System.OutOfMemoryException", (code, answer)
        assert text(broadcasts) == "so far", broadcasts
        _, broadcasts = run(client, "before + new byte[50 << 20].Length * 0")
        assert result(broadcasts) == "42", broadcasts


def check_charts(client, manager):
    code = "for (var i = 0; i < 1000; i++) display(HTML($\"<svg id='chart{i}'>{new string('x', 10_000)}</svg>\"));"
    answer, broadcasts = run(client, code)
    assert answer["status"] == "ok", answer
    shown = of(broadcasts, "display_data")
    assert [f"chart{i}'" in each["data"]["text/html"] for i, each in enumerate(shown)] == [True] * 1000, len(shown)
    _, broadcasts = run(client, "1 + 1")
    assert result(broadcasts) == "2"


def check_lines(client, manager):
    answer, broadcasts = run(client, "for (var i = 0; i < 1_000_000; i++) Console.WriteLine(i);")
    assert answer["status"] == "ok", answer
    assert text(broadcasts) == "".join(f"{i}\n" for i in range(1_000_000))


def check_formatter(client, manager):
    """A formatter that never comes to its end is stopped like the rest of the cell."""
    run(client, "record Slow(int N); Formatter.Register<Slow>(slow => { while (true) { } return \"\"; }, \"text/plain\");")
    identifier = client.execute('Console.Write("so far"); new Slow(1)')
    time.sleep(1.5)
    manager.interrupt_kernel()
    assert reply(client, identifier, patience=20)["content"]["ename"] == "Interrupted"
    assert text(outputs(client, identifier)) == "so far"
    _, broadcasts = run(client, "1 + 1")
    assert result(broadcasts) == "2"


def check_killed(client, manager):
    import signal
    client.execute("System.Threading.Thread.Sleep(60000);")
    time.sleep(2)
    os.kill(manager.provisioner.pid, signal.SIGKILL)
    end = time.time() + PATIENCE
    while manager.is_alive() and time.time() < end:
        time.sleep(0.1)
    client = restarted(manager, client)
    _, broadcasts = run(client, "1 + 1")
    assert "Thread.Sleep(60000)" in text(broadcasts, "stderr"), broadcasts
    client.stop_channels()


def check_shutdown(client, manager):
    identifier = request(client, "shutdown_request", {"restart": False}, "control")
    assert reply(client, identifier, "control")["content"]["restart"] is False
    end = time.time() + 10
    while manager.is_alive() and time.time() < end:
        time.sleep(0.1)
    assert not manager.is_alive(), "the process lives after the shutdown"


OPTIONS = {"memory": {"env": {**os.environ, "DOTNET_GCHeapHardLimit": "0x14000000"}}}
FRESH = {"lazy", "memory", "formatter", "restart", "exit", "stack", "killed", "shutdown", "interrupt"}


def guarded(name, client, manager):
    try:
        globals()[f"check_{name}"](client, manager)
        wrong = None
    except Exception:
        wrong = traceback.format_exc(limit=4)
    print(json.dumps({"check": name, "wrong": wrong}), flush=True)


checks = sys.argv[2:] or [name[6:] for name in list(globals()) if name.startswith("check_")]
shared = [name for name in checks if name not in FRESH]
if shared:
    with started() as (manager, client):
        for name in shared:
            guarded(name, client, manager)
for name in checks:
    if name in FRESH:
        with started(**OPTIONS.get(name, {})) as (manager, client):
            guarded(name, client, manager)
