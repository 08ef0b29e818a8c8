package io.fairlead.cli;

import picocli.CommandLine.Command;

/// `fairlead feedback …`
@Command(
    name = "feedback",
    description =
        "Ask for feedback by questions that can be answered, choose who rates whom, publish it so that"
            + " nobody can tell who said what, and attack it.")
final class Feedback {}
