namespace SifAnalysis.Notebooks.Tests.Session;

/// <summary>What all cells see is one thing, in however many sessions they run.</summary>
public sealed class ScriptRootTests
{
    [Fact]
    public async Task SessionsThatStartTogether_EachFindTheirTypes()
    {
        for (var round = 0; round < 5; round++)
        {
            // What an earlier session read of the libraries would hide that each reads them for itself.
            GC.Collect();
            GC.WaitForPendingFinalizers();
            using var together = new Barrier(3);
            var sessions = new Cells[together.ParticipantCount];
            var starts = sessions.Select((_, index) => new Thread(() =>
            {
                together.SignalAndWait();
                sessions[index] = new Cells(AppContext.BaseDirectory);
            })).ToList();
            starts.ForEach(each => each.Start());
            starts.ForEach(each => each.Join());
            foreach (var session in sessions)
            {
                // The display is one of the imports that all see; what it takes is of a library that the cell names.
                Assert.Equal("02:00:00", await session.TextOf("display(TimeSpan.FromHours(2));"));
            }

            foreach (var session in sessions)
            {
                await session.DisposeAsync();
            }
        }
    }
}
