using System.Runtime.CompilerServices;
using SifAnalysis.Judgements;

namespace SifAnalysis.Loading;

/// <summary>What tells an inspection from another in a file.</summary>
/// <param name="Authority">The authority.</param>
/// <param name="Number">Its number, 1 for the first.</param>
/// <param name="Provider">The reference of the school, home or setting inspected; null where the authority itself was.</param>
/// <param name="Day">The day by which inspections of one provider are told apart: the first known of start, end and publication.</param>
internal readonly record struct InspectionKey(LocalAuthority Authority, int Number, string? Provider, DateOnly? Day)
{
    // One reading has one object for each authority; comparing all that is known of it would cost more than reading the row.
    /// <summary>Whether all of them are the same.</summary>
    public bool Equals(InspectionKey other) =>
        ReferenceEquals(Authority, other.Authority) && Number == other.Number && Provider == other.Provider && Day == other.Day;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(RuntimeHelpers.GetHashCode(Authority), Number, Provider, Day);

    /// <summary>"inspection 2 of Slough".</summary>
    public override string ToString() => Provider is null
        ? $"inspection {Number} of {Authority.Name}{(Day is { } own ? $", {own.Iso()}," : "")}"
        : $"inspection {Number} of {Provider} in {Authority.Name}{(Day is { } day ? $", {day.Iso()}," : "")}";
}
