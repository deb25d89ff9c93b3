"""Measures the kit's kernel beside .NET Interactive and ipykernel with Jupyter's own client, in one run.

Usage: sif kernel install && /usr/bin/python3 tests/SifAnalysis.Benchmarks/kernel-benchmark.py [CELLS] [STARTS] [KERNEL ...]

A session of CELLS cells (5,000), each of which declares one of fifty names again, is measured after 0, 1,000 and CELLS of them:
memory, the median answer to 1+1, the median completion. KERNEL is kit, interactive or python; all three where none is named.
.NET Interactive is the tool of the version below, installed into a temporary folder. A kernel that holds more than 6 GB is left
where it stands, and that is said. Beside the time from start to first result stands the processor time that the kernel used for
it, which depends less on what else the machine does. The runtime's own start is that of a program of one empty line.
"""
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

CELLS = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
STARTS = int(sys.argv[2]) if len(sys.argv) > 2 else 5
ROUNDS = 50
LIMIT = 6 * 1024
INTERACTIVE = "1.0.712001"
CSHARP = {"declare": "var value{0} = new List<int> {{ {1} }};", "complete": "value7.Ad", "name": "Add"}
KERNELS = {
    "kit": {"spec": ".net-csharp", **CSHARP},
    "interactive": {"spec": "interactive-csharp", **CSHARP},
    "python": {"spec": "python3", "declare": "value{0} = [{1}]", "complete": "value7.ap", "name": "append"},
}
CHOSEN = sys.argv[3:] or list(KERNELS)


def install_interactive(folder):
    subprocess.run(["dotnet", "tool", "install", "--tool-path", folder, "Microsoft.dotnet-interactive", "--version", INTERACTIVE],
                   stdout=subprocess.DEVNULL, check=True)
    spec = os.path.join(folder, "share", "kernels", "interactive-csharp")
    os.makedirs(spec)
    with open(os.path.join(spec, "kernel.json"), "w") as file:
        json.dump({"argv": [os.path.join(folder, "dotnet-interactive"), "jupyter", "--default-kernel", "csharp", "{connection_file}"],
                   "display_name": "interactive", "language": "C#", "env": {"DOTNET_ROLL_FORWARD": "Major"}}, file)
    os.environ["JUPYTER_PATH"] = os.path.join(folder, "share")


def finished(client, identifier):
    while True:
        reply = client.get_shell_msg(timeout=120)
        if reply["parent_header"].get("msg_id") == identifier:
            break
    while True:
        message = client.get_iopub_msg(timeout=120)
        if message["parent_header"].get("msg_id") == identifier and message["content"].get("execution_state") == "idle":
            return reply["content"]


def timed(client, ask):
    start = time.perf_counter()
    content = finished(client, ask())
    assert content["status"] == "ok", content
    return (time.perf_counter() - start) * 1000, content


def processes(pid):
    """The process and all that it started; .NET Interactive's tool starts another."""
    yield pid
    with open(f"/proc/{pid}/task/{pid}/children") as children:
        for child in children.read().split():
            yield from processes(int(child))


def memory(manager):
    total = 0
    for pid in processes(manager.provisioner.pid):
        with open(f"/proc/{pid}/status") as status:
            total += next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmRSS"))
    return total


def processor(manager):
    total = 0
    for pid in processes(manager.provisioner.pid):
        with open(f"/proc/{pid}/stat") as stat:
            fields = stat.read().rpartition(")")[2].split()
        total += (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")
    return total


def begin(kernel):
    start = time.perf_counter()
    manager, client = start_new_kernel(kernel_name=kernel["spec"], startup_timeout=120)
    timed(client, lambda: client.execute("1+1"))
    return manager, client, (time.perf_counter() - start) * 1000, processor(manager)


def end(manager, client):
    client.stop_channels()
    manager.shutdown_kernel(now=True)


def state(client, manager, kernel):
    sums = [timed(client, lambda: client.execute("1+1"))[0] for _ in range(ROUNDS)]
    used = processor(manager)
    for _ in range(ROUNDS):
        timed(client, lambda: client.execute("1+1"))
    used = (processor(manager) - used) / ROUNDS
    completions = []
    spent = processor(manager)
    for _ in range(ROUNDS):
        elapsed, content = timed(client, lambda: client.complete(kernel["complete"]))
        assert any(kernel["name"] in match for match in content["matches"]), content["matches"][:5]
        completions.append(elapsed)
    spent = (processor(manager) - spent) / ROUNDS
    return (f"{memory(manager):5.0f} MB, 1+1 median {statistics.median(sums):6.1f} ms (processor {used:5.1f} ms), "
            f"completion median {statistics.median(completions):6.1f} ms (processor {spent:5.1f} ms), first {completions[0]:6.1f} ms")


def session(name):
    kernel = KERNELS[name]
    manager, client, _, _ = begin(kernel)
    try:
        for index in range(CELLS + 1):
            if index:
                timed(client, lambda: client.execute(kernel["declare"].format(index % 50, index)))
            if index in (50, 1000, CELLS):
                print(f"{name:12} after {index:5} cells: {state(client, manager, kernel)}", flush=True)
            if index % 100 == 0 and memory(manager) > LIMIT:
                print(f"{name:12} after {index:5} cells: more than {LIMIT} MB; left here", flush=True)
                return
    finally:
        end(manager, client)


def runtime_start():
    """The time of an empty program, built once: the runtime's host, the runtime and nothing else."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["dotnet", "new", "console", "--output", folder, "--name", "empty"], stdout=subprocess.DEVNULL, check=True)
        with open(os.path.join(folder, "Program.cs"), "w") as program:
            program.write("return;\n")
        subprocess.run(["dotnet", "build", folder, "--output", os.path.join(folder, "built")], stdout=subprocess.DEVNULL, check=True)
        times = []
        for _ in range(STARTS):
            start = time.perf_counter()
            subprocess.run(["dotnet", os.path.join(folder, "built", "empty.dll")], check=True)
            times.append((time.perf_counter() - start) * 1000)
        return statistics.median(times)


with tempfile.TemporaryDirectory() as tools:
    if "interactive" in CHOSEN:
        install_interactive(tools)
    # Reads where kernels are when it is imported.
    from jupyter_client.manager import start_new_kernel

    print(f"load of the machine {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors; the runtime's own start {runtime_start():.0f} ms")
    starts = {name: [] for name in CHOSEN}
    for _ in range(STARTS):
        for name in CHOSEN:
            manager, client, elapsed, used = begin(KERNELS[name])
            starts[name].append((elapsed, used))
            end(manager, client)
    for name, each in starts.items():
        print(f"{name:12} start to first result: median of {STARTS} {statistics.median(one[0] for one in each):6.0f} ms, "
              f"processor {statistics.median(one[1] for one in each):6.0f} ms", flush=True)
    for name in CHOSEN:
        session(name)
    print(f"load of the machine at the end {os.getloadavg()[0]:.1f}")
