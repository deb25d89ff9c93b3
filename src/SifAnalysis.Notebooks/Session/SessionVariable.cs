using System.Reflection;

namespace SifAnalysis.Notebooks.Session;

/// <summary>A variable that a cell declared.</summary>
public sealed class SessionVariable
{
    private readonly object cell;
    private readonly FieldInfo slot;

    internal SessionVariable(object cell, FieldInfo slot) => (this.cell, this.slot) = (cell, slot);

    /// <summary>Its name.</summary>
    public string Name => slot.Name;

    /// <summary>The type it was declared with.</summary>
    public Type Type => slot.FieldType;

    /// <summary>Its value; what is set here the cells see.</summary>
    /// <exception cref="ArgumentException">The value is not of the variable's type.</exception>
    /// <exception cref="InvalidOperationException">A constant or a variable that is only read is set.</exception>
    public object? Value
    {
        get => slot.GetValue(cell);
        set
        {
            if (slot.IsLiteral || slot.IsInitOnly)
            {
                throw new InvalidOperationException($"{Name} is only read, so it cannot be set.");
            }

            slot.SetValue(cell, value);
        }
    }
}
