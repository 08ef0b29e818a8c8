package io.fairlead.methods.instruments;

/// Something that a person does well or less well, under the id that bank, instruments, library and
/// results share.
///
/// @param means in one sentence, what one sees when it is there
public record Competency(String id, LocalText name, LocalText means, About about) {}
