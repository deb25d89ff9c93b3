namespace SifAnalysis.Jupyter;

/// <summary>Where a kernel listens and how its messages are signed: the contents of a Jupyter connection file.</summary>
/// <param name="Transport">The transport: "tcp" or "ipc".</param>
/// <param name="Ip">The address to bind: 127.0.0.1 unless the client says otherwise.</param>
/// <param name="Key">The key that signs messages; empty where messages are not signed.</param>
public sealed record KernelConnection(string Transport, string Ip, string Key);
