// A session works in its notebook's folder, as a process can in one at a time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
