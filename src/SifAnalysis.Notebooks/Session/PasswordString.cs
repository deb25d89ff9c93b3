namespace Microsoft.DotNet.Interactive;

/// <summary>A secret that a cell asked for; displays and texts of it show asterisks.</summary>
public sealed class PasswordString
{
    private readonly string secret;

    internal PasswordString(string secret) => this.secret = secret;

    /// <summary>The secret itself.</summary>
    public string GetClearTextPassword() => secret;

    /// <summary>Asterisks, as many whatever the secret is.</summary>
    public override string ToString() => "********";
}
