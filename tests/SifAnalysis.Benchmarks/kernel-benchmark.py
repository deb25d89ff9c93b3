"""Measures the kit's kernel beside ipykernel with Jupyter's own client, taking turns in one run.

Usage: sif kernel install && /usr/bin/python3 tests/SifAnalysis.Benchmarks/kernel-benchmark.py [KERNEL-NAME] [STARTS]

Each time is a median. Beside the time from start to first result stands the processor time that the kernel used for it, which
depends less on what else the machine does. The runtime's own start is that of a program of one empty line.
"""
import os
import statistics
import subprocess
import sys
import tempfile
import time

from jupyter_client.manager import start_new_kernel

OURS = sys.argv[1] if len(sys.argv) > 1 else ".net-csharp"
STARTS = int(sys.argv[2]) if len(sys.argv) > 2 else 5
CELLS = {
    OURS: {"sum": "1+1", "declare": "var value{0} = new List<int> {{ {0} }};", "complete": "value7.Ad"},
    "python3": {"sum": "1+1", "declare": "value{0} = [{0}]", "complete": "value7.ap"},
}


def finished(client, identifier):
    while client.get_shell_msg(timeout=120)["parent_header"].get("msg_id") != identifier:
        pass
    while True:
        message = client.get_iopub_msg(timeout=120)
        if message["parent_header"].get("msg_id") == identifier and message["content"].get("execution_state") == "idle":
            return


def timed(client, ask):
    start = time.perf_counter()
    finished(client, ask())
    return (time.perf_counter() - start) * 1000


def memory(manager):
    with open(f"/proc/{manager.provisioner.pid}/status") as status:
        return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmRSS"))


def processor(manager):
    with open(f"/proc/{manager.provisioner.pid}/stat") as stat:
        fields = stat.read().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")


def begin(name):
    start = time.perf_counter()
    manager, client = start_new_kernel(kernel_name=name, startup_timeout=120)
    finished(client, client.execute(CELLS[name]["sum"]))
    return manager, client, (time.perf_counter() - start) * 1000, processor(manager)


def end(manager, client):
    client.stop_channels()
    manager.shutdown_kernel(now=True)


def measure(name):
    cells = CELLS[name]
    manager, client, _, _ = begin(name)
    try:
        for index in range(50):
            finished(client, client.execute(cells["declare"].format(index)))
        completions = [timed(client, lambda: client.complete(cells["complete"])) for _ in range(20)]
        before = memory(manager)
        trips = sorted(timed(client, lambda: client.execute(cells["sum"])) for _ in range(1000))
        print(f"{name:14} 1+1: median {statistics.median(trips):6.1f} ms, p99 {trips[989]:6.1f} ms"
              f" | completion after 50 cells: median {statistics.median(completions):6.1f} ms"
              f" | memory after 50 cells {before:4.0f} MB, after 1,000 more {memory(manager):4.0f} MB", flush=True)
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


own = runtime_start()
starts = {name: [] for name in CELLS}
for _ in range(STARTS):
    for kernel in CELLS:
        manager, client, elapsed, used = begin(kernel)
        starts[kernel].append((elapsed, used))
        end(manager, client)
print(f"the runtime's own start {own:.0f} ms")
for kernel, each in starts.items():
    print(f"{kernel:14} start to first result: median of {STARTS} {statistics.median(one[0] for one in each):6.0f} ms, processor {statistics.median(one[1] for one in each):6.0f} ms", flush=True)
ours, theirs = (statistics.median(one[0] for one in starts[kernel]) for kernel in CELLS)
print(f"aim for the start: {1.5 * theirs + own:.0f} ms, it is {ours:.0f} ms", flush=True)
for kernel in CELLS:
    measure(kernel)
