package io.fairlead.cli;

import picocli.CommandLine.Command;

/// `fairlead feedback …`
@Command(
    name = "feedback",
    description = "Publish feedback so that nobody can tell who said what, and attack it.")
final class Feedback {}
