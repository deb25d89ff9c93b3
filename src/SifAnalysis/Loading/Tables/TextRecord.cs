using System.Text;

namespace SifAnalysis.Loading;

/// <summary>A record at the start of a text file, read to find out how the file is laid out; the rows are read by CsvHelper.</summary>
/// <param name="At">Where it begins.</param>
/// <param name="Line">The line on which it begins, from 1.</param>
/// <param name="Fields">Its fields without their quotes.</param>
internal readonly record struct TextRecord(int At, int Line, IReadOnlyList<string> Fields)
{
    /// <summary>Reads a record.</summary>
    /// <returns>Its fields, where the next begins, how many lines it takes, and whether its end was met.</returns>
    public static (IReadOnlyList<string> Fields, int Next, int Lines, bool IsEnded) Read(string text, int at, char separator)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var (quoted, lines) = (false, 0);
        for (; at < text.Length; at++)
        {
            var letter = text[at];
            var isBreak = letter == '\n' || (letter == '\r' && (at + 1 == text.Length || text[at + 1] != '\n'));
            lines += isBreak ? 1 : 0;
            if (quoted)
            {
                if (letter != '"')
                {
                    field.Append(letter);
                }
                else if (at + 1 < text.Length && text[at + 1] == '"')
                {
                    field.Append('"');
                    at++;
                }
                else
                {
                    quoted = false;
                }
            }
            else if (letter == '"' && field.Length == 0)
            {
                quoted = true;
            }
            else if (letter == separator)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else if (isBreak)
            {
                fields.Add(field.ToString());
                return (fields, at + 1, lines, true);
            }
            else
            {
                field.Append(letter);
            }
        }

        fields.Add(field.ToString());
        return (fields, at, lines, false);
    }
}
