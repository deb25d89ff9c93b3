using System.Text.Json.Nodes;
using NetMQ;
using NetMQ.Sockets;
using SifAnalysis.Notebooks.Wire;

namespace SifAnalysis.Jupyter.Wire;

/// <summary>
/// The five sockets of a kernel, all on one thread of their own; what is sent from any thread leaves in the order in
/// which it was sent.
/// </summary>
internal sealed class KernelSockets : IDisposable
{
    private readonly Dictionary<Channel, NetMQSocket> sockets;
    private readonly ResponseSocket heartbeat = new();
    private readonly NetMQQueue<(Channel Channel, IReadOnlyList<byte[]> Frames)> outgoing = new();
    private readonly NetMQPoller poller = [];
    private readonly MessageFormat format;
    private readonly Action<Channel, Message> received;
    private readonly Action<string> log;
    private Thread? thread;

    /// <summary>Binds the sockets; nothing is received before <see cref="Start"/>.</summary>
    /// <param name="connection">Where to bind.</param>
    /// <param name="received">What takes a message; called on the sockets' thread, so it must return at once.</param>
    /// <param name="log">What takes a line about a message that was dropped.</param>
    /// <exception cref="KernelException">A port is in use, or the address is not this machine's.</exception>
    public KernelSockets(KernelConnection connection, Action<Channel, Message> received, Action<string> log)
    {
        format = new MessageFormat(connection.Key);
        this.received = received;
        this.log = log;
        sockets = new()
        {
            [Channel.Shell] = new RouterSocket(),
            [Channel.Control] = new RouterSocket(),
            [Channel.Stdin] = new RouterSocket(),
            [Channel.IOPub] = new PublisherSocket(),
        };

        // A client that comes back under its name takes the place of its lost connection.
        sockets[Channel.Shell].Options.RouterHandover = true;
        sockets[Channel.Control].Options.RouterHandover = true;
        sockets[Channel.Stdin].Options.RouterHandover = true;
        try
        {
            Bind(sockets[Channel.Shell], connection.Address(connection.Shell), "shell");
            Bind(sockets[Channel.Control], connection.Address(connection.Control), "control");
            Bind(sockets[Channel.Stdin], connection.Address(connection.Stdin), "stdin");
            Bind(sockets[Channel.IOPub], connection.Address(connection.IOPub), "iopub");
            Bind(heartbeat, connection.Address(connection.Heartbeat), "heartbeat");
        }
        catch
        {
            Close();
            throw;
        }

        heartbeat.ReceiveReady += (_, _) => heartbeat.SendMultipartMessage(heartbeat.ReceiveMultipartMessage());
        outgoing.ReceiveReady += (_, _) => Drain();
        poller.Add(heartbeat);
        poller.Add(outgoing);
        foreach (var channel in new[] { Channel.Shell, Channel.Control, Channel.Stdin })
        {
            sockets[channel].ReceiveReady += (_, _) => Receive(channel);
            poller.Add(sockets[channel]);
        }
    }

    /// <summary>Starts to receive and send.</summary>
    public void Start()
    {
        thread = new Thread(poller.Run) { IsBackground = true, Name = "Jupyter sockets" };
        thread.Start();
    }

    /// <summary>Answers a client on the channel on which it asked.</summary>
    public void Reply(Channel channel, Message request, string type, JsonObject content) =>
        outgoing.Enqueue((channel, format.Write(request.Identities, type, request, content)));

    /// <summary>Tells all clients something that comes from a request.</summary>
    public void Publish(Message parent, string type, JsonObject content) =>
        outgoing.Enqueue((Channel.IOPub, format.Write([System.Text.Encoding.ASCII.GetBytes(type)], type, parent, content)));

    /// <summary>Sends what waits, and closes.</summary>
    public void Dispose()
    {
        if (thread is not null)
        {
            poller.Stop();
            thread.Join();
            Drain();
        }

        poller.Dispose();
        Close();
    }

    private static void Bind(NetMQSocket socket, string address, string name)
    {
        // Outputs are never dropped for want of space in a queue, and what was answered last still leaves.
        socket.Options.SendHighWatermark = 0;
        socket.Options.ReceiveHighWatermark = 0;
        socket.Options.Linger = TimeSpan.FromSeconds(1);
        try
        {
            socket.Bind(address);
        }
        catch (Exception cause) when (cause is NetMQException or System.Net.Sockets.SocketException)
        {
            throw new KernelException(
                $"The {name} channel cannot listen on {address}: {cause.Message.TrimEnd('.')}. Another program may use the port; "
                + $"start the kernel again from Jupyter, which takes free ones.");
        }
    }

    private void Drain()
    {
        while (outgoing.TryDequeue(out var next, TimeSpan.Zero))
        {
            try
            {
                sockets[next.Channel].SendMultipartBytes(next.Frames);
            }
            catch (HostUnreachableException)
            {
                log("A client left before its answer.");
            }
        }
    }

    private void Receive(Channel channel)
    {
        // Several at once, but not for ever: what waits to be sent has its turn.
        for (var count = 0; count < 64; count++)
        {
            List<byte[]> frames = [];
            if (!sockets[channel].TryReceiveMultipartBytes(TimeSpan.Zero, ref frames))
            {
                return;
            }

            try
            {
                received(channel, format.Read(frames));
            }
            catch (BadMessageException cause)
            {
                log($"A message on {channel} was dropped: {cause.Message}.");
            }
        }
    }

    private void Close()
    {
        foreach (var socket in sockets.Values)
        {
            socket.Dispose();
        }

        heartbeat.Dispose();
        outgoing.Dispose();
    }
}
