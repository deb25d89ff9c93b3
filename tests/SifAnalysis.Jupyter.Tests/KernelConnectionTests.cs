using SifAnalysis.Jupyter.Wire;

namespace SifAnalysis.Jupyter.Tests;

public sealed class KernelConnectionTests
{
    private const string Ports = "\"shell_port\": 1, \"iopub_port\": 2, \"stdin_port\": 3, \"control_port\": 4, \"hb_port\": 5";

    [Fact]
    public void Parse_WithoutAddress_BindsLoopback()
    {
        var connection = KernelConnection.Parse($"{{{Ports}, \"key\": \"k\"}}", "c.json");
        Assert.Equal(
            ("127.0.0.1", "k", 1, 2, 3, 4, 5),
            (
                connection.Ip,
                connection.Key,
                connection.Shell,
                connection.IOPub,
                connection.Stdin,
                connection.Control,
                connection.Heartbeat));
    }

    [Theory]
    [InlineData("", "is not JSON")]
    [InlineData("[]", "not a JSON object")]
    [InlineData("null", "not a JSON object")]
    [InlineData("{\"key\": \"a\", \"key\": \"b\"}", "is not JSON")]
    [InlineData("{}", "shell_port is missing")]
    [
        InlineData(
            "{\"shell_port\": \"1\", \"iopub_port\": 2, \"stdin_port\": 3, \"control_port\": 4, \"hb_port\": 5}", "shell_port is \"1\""),
    ]
    [
        InlineData(
            "{\"shell_port\": 70000, \"iopub_port\": 2, \"stdin_port\": 3, \"control_port\": 4, \"hb_port\": 5}", "shell_port is 70000"),
    ]
    [
        InlineData(
            "{\"shell_port\": 2, \"iopub_port\": 2, \"stdin_port\": 3, \"control_port\": 4, \"hb_port\": 5}",
            "port 2 is given to two channels"),
    ]
    [InlineData("{" + Ports + ", \"transport\": \"ipc\"}", "transport is \"ipc\"")]
    [InlineData("{" + Ports + ", \"signature_scheme\": \"hmac-md5\"}", "signature_scheme is \"hmac-md5\"")]
    [InlineData("{" + Ports + ", \"key\": 5}", "key is 5")]
    public void Parse_OfABrokenFile_SaysWhatIsWrong(string json, string expected) =>
        Assert.Contains(
            expected, Assert.Throws<KernelException>(() => KernelConnection.Parse(json, "c.json")).Message, StringComparison.Ordinal);

    [Fact]
    public void Read_OfAMissingFile_SaysSo() =>
        Assert.Contains(
            "There is no connection file",
            Assert.Throws<KernelException>(() => KernelConnection.Read("/nowhere/c.json")).Message,
            StringComparison.Ordinal);
}
