using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace SifAnalysis.Notebooks.Documents;

/// <summary>
/// JSON as it was written: read only if every text of it is Unicode and every name stands once in its object, so that
/// whoever uses the values later meets no surprise; and it knows where each value stands.
/// </summary>
/// <param name="utf8">The bytes of the JSON, without a byte order mark.</param>
internal sealed class JsonText(byte[] utf8)
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The JSON of a text.</summary>
    /// <exception cref="JsonTextException">The text has half a character, which is no Unicode; the place is told.</exception>
    public static JsonText Of(string text)
    {
        try
        {
            return new(StrictUtf8.GetBytes(text));
        }
        catch (EncoderFallbackException cause)
        {
            var before = text.AsSpan(0, cause.Index);
            throw new JsonTextException(
                new(1 + before.Count('\n'), cause.Index - before.LastIndexOf('\n')), "the text is not valid Unicode", cause);
        }
    }

    /// <summary>Reads the JSON.</summary>
    /// <exception cref="JsonTextException">It is not whole, or not Unicode, or a name stands twice; the place is told.</exception>
    public JsonNode? Parse()
    {
        if (!Utf8.IsValid(utf8))
        {
            throw Problem(TextPlace.FirstInvalid(utf8), "the bytes are not UTF-8");
        }

        Check();
        return JsonNode.Parse(utf8);
    }

    /// <summary>Where a value stands.</summary>
    /// <param name="node">A value of what <see cref="Parse"/> gave.</param>
    public TextPlace Place(JsonNode node)
    {
        var steps = new Stack<JsonNode>();
        for (var each = node; each.Parent is not null; each = each.Parent)
        {
            steps.Push(each);
        }

        var reader = new Utf8JsonReader(utf8);
        reader.Read();
        foreach (var step in steps)
        {
            reader.Read();
            if (step.Parent is JsonArray)
            {
                for (var left = step.GetElementIndex(); left > 0; left--)
                {
                    Pass(ref reader);
                }
            }
            else
            {
                while (!reader.ValueTextEquals(step.GetPropertyName()))
                {
                    reader.Read();
                    Pass(ref reader);
                }

                reader.Read();
            }
        }

        return TextPlace.At(utf8, (int)reader.TokenStartIndex);

        static void Pass(ref Utf8JsonReader reader)
        {
            reader.Skip();
            reader.Read();
        }
    }

    private void Check()
    {
        var reader = new Utf8JsonReader(utf8);
        var names = new Stack<HashSet<string>>();
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.StartObject)
                {
                    names.Push(new(StringComparer.Ordinal));
                }
                else if (reader.TokenType == JsonTokenType.EndObject)
                {
                    names.Pop();
                }
                else if (reader.TokenType == JsonTokenType.PropertyName)
                {
                    if (reader.GetString() is { } name && !names.Peek().Add(name))
                    {
                        throw Problem((int)reader.TokenStartIndex, $"the name \"{name}\" stands twice in one object");
                    }
                }
                else if (reader.TokenType == JsonTokenType.String && reader.ValueIsEscaped)
                {
                    reader.GetString();
                }
            }
        }
        catch (JsonException cause)
        {
            var line = (int)(cause.LineNumber ?? 0);
            throw new JsonTextException(
                TextPlace.OnLine(
                    utf8, line, (int)(cause.BytePositionInLine ?? 0)), cause.Message.Split(" LineNumber:")[0].TrimEnd('.', ' '), cause);
        }
        catch (InvalidOperationException cause)
        {
            throw new JsonTextException(TextPlace.At(utf8, (int)reader.TokenStartIndex), "a text has half a character, "
                + "an escaped surrogate without its other half", cause);
        }
    }

    private JsonTextException Problem(int offset, string problem) => new(TextPlace.At(utf8, offset), problem, null);
}

/// <summary>Text that is not JSON, and where.</summary>
internal sealed class JsonTextException(TextPlace place, string problem, Exception? cause) : Exception($"line {place.Line}, "
    + $"column {place.Column}: {problem}", cause)
{
    /// <summary>Where.</summary>
    public TextPlace Place => place;

    /// <summary>What is wrong, without the place.</summary>
    public string Problem => problem;
}

/// <summary>A place in a text.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1, in UTF-16 units as editors count.</param>
internal readonly record struct TextPlace(int Line, int Column)
{
    /// <summary>The place of a byte.</summary>
    public static TextPlace At(ReadOnlySpan<byte> utf8, int offset)
    {
        var before = utf8[..Math.Clamp(offset, 0, utf8.Length)];
        return new(1 + before.Count((byte)'\n'), 1 + Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]));
    }

    /// <summary>The place of a byte of a line.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="line">The line, from 0.</param>
    /// <param name="offset">The byte, from 0 at the line's start.</param>
    public static TextPlace OnLine(ReadOnlySpan<byte> utf8, int line, int offset)
    {
        var start = 0;
        for (; line > 0 && utf8[start..].IndexOf((byte)'\n') is >= 0 and var feed; line--)
        {
            start += feed + 1;
        }

        return At(utf8, start + offset);
    }

    /// <summary>The offset of the first byte that is not UTF-8; the length where there is none.</summary>
    public static int FirstInvalid(ReadOnlySpan<byte> utf8)
    {
        var offset = 0;
        while (offset < utf8.Length && Rune.DecodeFromUtf8(utf8[offset..], out _, out var length) == System.Buffers.OperationStatus.Done)
        {
            offset += length;
        }

        return offset;
    }
}
