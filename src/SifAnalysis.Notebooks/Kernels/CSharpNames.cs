namespace SifAnalysis.Notebooks.Kernels;

/// <summary>Types as C# writes them.</summary>
internal static class CSharpNames
{
    /// <summary>A type's name; <c>dynamic</c> for one that code elsewhere cannot name, as an anonymous one.</summary>
    public static string Of(Type type) => IsNamed(type) ? Name(type) : "dynamic";

    private static bool IsNamed(Type type) => type.HasElementType ? type.IsArray && IsNamed(type.GetElementType()!)
        : type.IsVisible && type.FullName is not null && !type.FullName.StartsWith("Submission#", StringComparison.Ordinal)
            && !type.FullName.StartsWith("FSI_", StringComparison.Ordinal) && type.GetGenericArguments().All(IsNamed);

    private static string Name(Type type)
    {
        if (type.IsArray)
        {
            // int[][,] is an array of arrays of two dimensions, so the outer brackets come first.
            var element = type;
            var brackets = "";
            for (; element.IsArray; element = element.GetElementType()!)
            {
                brackets += $"[{new string(',', element.GetArrayRank() - 1)}]";
            }

            return Name(element) + brackets;
        }

        var arguments = type.GetGenericArguments();
        var taken = 0;
        var parts = new List<string>();
        foreach (var each in Outside(type).Reverse())
        {
            var own = each.GetGenericArguments().Length;
            var name = each.Name.Split('`')[0];
            parts.Add(own > taken ? $"{name}<{string.Join(", ", arguments[taken..own].Select(Name))}>" : name);
            taken = own;
        }

        return $"global::{(type.Namespace is null ? "" : $"{type.Namespace}.")}{string.Join('.', parts)}";
    }

    private static IEnumerable<Type> Outside(Type type)
    {
        for (var each = type; each is not null; each = each.DeclaringType)
        {
            yield return each;
        }
    }
}
