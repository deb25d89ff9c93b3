using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Xunit;
using SifAnalysis.Notebooks.Wire;

namespace SifAnalysis.Jupyter.Tests.Wire;

public sealed class MessageFormatTests
{
    private static readonly byte[][] Client = [[1, 2, 3]];

    [Property]
    public bool Read_OfWhatWasWritten_GivesTheSame(NonNull<string> text, NonNull<string> key)
    {
        // JSON has no lone surrogates.
        var value = new string([.. text.Get.Where(character => !char.IsSurrogate(character))]);
        var message = new MessageFormat(key.Get).Read(Frames(key.Get, value));
        return message.Type == "execute_request" && (string?)message.Content["code"] == value && message.Identities.Single()
            .SequenceEqual(Client[0]);
    }

    [Fact]
    public void Write_WithAKey_SignsTheFourFramesByHmacSha256()
    {
        var frames = Frames("secret", "1");
        var expected = Convert.ToHexStringLower(HMACSHA256.HashData("secret"u8, frames.Skip(3).SelectMany(frame => frame).ToArray()));
        Assert.Equal(expected, Encoding.ASCII.GetString(frames[2]));
    }

    [Fact]
    public void Read_OfAReplay_Refuses()
    {
        var format = new MessageFormat("secret");
        var frames = Frames("secret", "1");
        format.Read(frames);
        Assert.Contains("came before", Assert.Throws<BadMessageException>(() => format.Read(frames)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(6)]
    public void Read_OfAChangedFrame_RefusesTheSignature(int index)
    {
        var frames = Frames("secret", "1").ToArray();
        frames[index] = [.. frames[index], (byte)' '];
        Assert.Contains(
            "signature",
            Assert.Throws<BadMessageException>(() => new MessageFormat("secret").Read(frames)).Message,
            StringComparison.Ordinal);
    }

    [Property]
    public bool Read_OfGarbage_RefusesAndNeverFailsOtherwise(byte[][] frames)
    {
        try
        {
            new MessageFormat("").Read([.. frames.Select(frame => frame ?? [])]);
            return false;
        }
        catch (BadMessageException)
        {
            return true;
        }
    }

    [Theory]
    [InlineData("{\"msg_id\": \"\\ud800\", \"msg_type\": \"execute_request\"}", "{}", "header")]
    [InlineData("{\"msg_id\": \"1\", \"msg_type\": \"execute_request\"}", "{\"code\": \"\\udc00\"}", "content")]
    [InlineData("{\"msg_id\": \"1\", \"msg_type\": \"execute_request\"}", "{\"\\ud83d\": 1}", "content")]
    public void Read_OfHalfACharacter_RefusesAndSaysWhere(string header, string content, string part)
    {
        byte[][] frames =
        [
            "<IDS|MSG>"u8.ToArray(),
            [],
            Encoding.UTF8.GetBytes(header),
            "{}"u8.ToArray(),
            "{}"u8.ToArray(),
            Encoding.UTF8.GetBytes(content),
        ];
        Assert.Contains(
            $"its {part} is not JSON: line 1, column",
            Assert.Throws<BadMessageException>(() => new MessageFormat("").Read(frames)).Message,
            StringComparison.Ordinal);
    }

    private static IReadOnlyList<byte[]> Frames(string key, string code) =>
        new MessageFormat(key).Write(Client, "execute_request", Message.None, new JsonObject { ["code"] = code });
}
