using SifAnalysis.Judgements;
using SifAnalysis.Tests.Shared;

namespace SifAnalysis.Tests.Charts;

/// <summary>
/// Synthetic: the kit's inspections with the judgements of every seventh made unknown, as a user's own file may have them.
/// </summary>
internal static class WithGaps
{
    public static InspectionSet Inspections { get; } = Made();

    private static InspectionSet Made()
    {
        var whole = SifData.Load(Checkout.Data).Inspections;
        return new(whole.Authorities, whole.Select((inspection, at) => at % 7 == 0
            ? inspection with
            {
                Judgements = new Dictionary<JudgementArea, Judgement>(),
                UnjudgedAreas = new Dictionary<JudgementArea, Unjudged>(),
            }
            : inspection));
    }
}
