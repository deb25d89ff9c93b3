using System.Text.Json.Nodes;

namespace SifAnalysis.Notebooks.Children;

/// <summary>How values travel to and from a language: the code that takes a value and the code that prints one.</summary>
internal interface IChildLanguage
{
    /// <summary>Code that declares a variable of a value.</summary>
    /// <param name="name">The variable.</param>
    /// <param name="value">The value, as <see cref="SharedTable"/> writes it.</param>
    string Declaration(string name, JsonObject value);

    /// <summary>Code that prints a variable as one line, the base64 of what <see cref="SharedTable"/> reads.</summary>
    string Printing(string name);

    /// <summary>Code that prints the names of the variables, each with its type, as one line, the base64 of JSON.</summary>
    string Listing { get; }

    /// <summary>Whether a text can be a variable's name.</summary>
    bool IsName(string name);
}
