"""Measures the kit's kernel beside ipykernel with Jupyter's own client, one after the other in one run.

Usage: sif kernel install && /usr/bin/python3 tests/SifAnalysis.Benchmarks/kernel-benchmark.py [KERNEL-NAME]
"""
import statistics
import subprocess
import sys
import time

from jupyter_client.manager import start_new_kernel

OURS = sys.argv[1] if len(sys.argv) > 1 else ".net-csharp"
CELLS = {
    OURS: {"sum": "1+1", "declare": "var value{0} = new List<int> {{ {0} }};", "complete": "value7.Ad"},
    "python3": {"sum": "1+1", "declare": "value{0} = [{0}]", "complete": "value7.ap"},
}


def finished(client, identifier):
    while client.get_shell_msg(timeout=60)["parent_header"].get("msg_id") != identifier:
        pass
    while True:
        message = client.get_iopub_msg(timeout=60)
        if message["parent_header"].get("msg_id") == identifier and message["content"].get("execution_state") == "idle":
            return


def timed(client, ask):
    start = time.perf_counter()
    finished(client, ask())
    return (time.perf_counter() - start) * 1000


def memory(manager):
    with open(f"/proc/{manager.provisioner.pid}/status") as status:
        return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmRSS"))


def measure(name):
    cells = CELLS[name]
    start = time.perf_counter()
    manager, client = start_new_kernel(kernel_name=name)
    try:
        finished(client, client.execute(cells["sum"]))
        first = (time.perf_counter() - start) * 1000
        for index in range(50):
            finished(client, client.execute(cells["declare"].format(index)))
        completions = [timed(client, lambda: client.complete(cells["complete"])) for _ in range(20)]
        trips = sorted(timed(client, lambda: client.execute(cells["sum"])) for _ in range(1000))
        print(f"{name:14} start to first result {first:7.0f} ms | 1+1 median {statistics.median(trips):6.1f} ms, p99 {trips[989]:6.1f} ms"
              f" | completion after 50 cells, median {statistics.median(completions):6.1f} ms | memory after 1,000 cells {memory(manager):5.0f} MB", flush=True)
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


start = time.perf_counter()
subprocess.run(["dotnet", "--list-runtimes"], stdout=subprocess.DEVNULL, check=True)
print(f"The runtime's host alone: {(time.perf_counter() - start) * 1000:.0f} ms", flush=True)
for kernel in CELLS:
    measure(kernel)
