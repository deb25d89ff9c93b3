using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Playwright;

namespace SifAnalysis.Jupyter.Tests;

/// <summary>A Jupyter server on this machine, for a browser to open.</summary>
internal static class JupyterServer
{
    /// <summary>A port that nobody listens on.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Opens a page of a server, once the server is up.</summary>
    public static async Task OpenAsync(IPage page, string address, Process server)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await page.GotoAsync(address);
                return;
            }
            catch (PlaywrightException) when (attempt < 120 && !server.HasExited)
            {
                await Task.Delay(500);
            }
        }
    }
}
