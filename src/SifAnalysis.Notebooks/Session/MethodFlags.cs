using System.Buffers.Binary;
using System.Diagnostics;
using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace SifAnalysis.Notebooks.Session;

/// <summary>
/// Tells the runtime how to compile the methods of a cell. Code that can be let go again is optimised from its first run, which
/// takes functions and lines out of the trace of an error and time from code that runs once; it pays where there is a loop.
/// </summary>
internal static class MethodFlags
{
    private const int OffsetOfFlags = 4;
    private const int OffsetOfModes = 2;
    private const int TwoBytes = 0xFE;

    private static readonly Lazy<IReadOnlyDictionary<int, OperandType>> Operands = new(() => typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(code => (OpCode)code.GetValue(null)!)
        .ToDictionary(code => (int)(ushort)code.Value, code => code.OperandType));

    /// <summary>Sets the flags in the image of a cell.</summary>
    public static void Set(byte[] image)
    {
        using var file = new PEReader(new MemoryStream(image, writable: false));
        var metadata = file.GetMetadataReader();
        var start = file.PEHeaders.MetadataStartOffset;
        var table = start + metadata.GetTableMetadataOffset(TableIndex.MethodDef);
        var hasLoop = false;
        foreach (var handle in metadata.MethodDefinitions)
        {
            var method = metadata.GetMethodDefinition(handle);
            if (method.RelativeVirtualAddress != 0)
            {
                var loops = Loops(file.GetMethodBody(method.RelativeVirtualAddress).GetILReader());
                var flags = method.ImplAttributes | MethodImplAttributes.NoInlining | (loops ? 0 : MethodImplAttributes.NoOptimization);
                var row = table + ((MetadataTokens.GetRowNumber(handle) - 1) * metadata.GetTableRowSize(TableIndex.MethodDef));
                BinaryPrimitives.WriteUInt16LittleEndian(image.AsSpan(row + OffsetOfFlags), (ushort)flags);
                hasLoop |= loops;
            }
        }

        // Without a loop nothing is lost by code for a debugger, in which even an index out of range has its own line.
        var attributes = metadata.GetAssemblyDefinition().GetCustomAttributes().Select(metadata.GetCustomAttribute);
        if (!hasLoop && attributes.FirstOrDefault(each => IsDebuggable(metadata, each)) is { Value.IsNil: false } found)
        {
            var value = start + metadata.GetHeapMetadataOffset(HeapIndex.Blob) + metadata.GetHeapOffset(found.Value) + 1 + OffsetOfModes;
            const DebuggableAttribute.DebuggingModes Modes =
                DebuggableAttribute.DebuggingModes.Default | DebuggableAttribute.DebuggingModes.DisableOptimizations;
            BinaryPrimitives.WriteInt32LittleEndian(image.AsSpan(value), (int)Modes);
        }
    }

    private static bool IsDebuggable(MetadataReader metadata, CustomAttribute attribute) =>
        attribute.Constructor.Kind == HandleKind.MemberReference
        && metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent is { Kind: HandleKind.TypeReference } type
        && metadata.StringComparer.Equals(metadata.GetTypeReference((TypeReferenceHandle)type).Name, nameof(DebuggableAttribute));

    // A loop is a jump back.
    private static bool Loops(BlobReader code)
    {
        while (code.RemainingBytes > 0)
        {
            int instruction = code.ReadByte();
            switch (Operands.Value[instruction == TwoBytes ? (TwoBytes << 8) | code.ReadByte() : instruction])
            {
                case OperandType.ShortInlineBrTarget when code.ReadSByte() < 0:
                case OperandType.InlineBrTarget when code.ReadInt32() < 0:
                    return true;
                case OperandType.ShortInlineBrTarget or OperandType.InlineBrTarget or OperandType.InlineNone:
                    break;
                case OperandType.InlineSwitch:
                    var targets = code.ReadInt32();
                    code.Offset += targets * sizeof(int);
                    break;
                case OperandType.InlineI8 or OperandType.InlineR:
                    code.Offset += sizeof(long);
                    break;
                case OperandType.InlineVar:
                    code.Offset += sizeof(short);
                    break;
                case OperandType.ShortInlineI or OperandType.ShortInlineVar:
                    code.Offset += sizeof(byte);
                    break;
                default:
                    code.Offset += sizeof(int);
                    break;
            }
        }

        return false;
    }
}
