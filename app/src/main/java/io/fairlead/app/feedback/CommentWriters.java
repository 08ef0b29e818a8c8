package io.fairlead.app.feedback;

import io.fairlead.methods.disclosure.PublishedComments;
import io.fairlead.methods.disclosure.SubjectAnswers.Comment;
import io.fairlead.methods.disclosure.SubjectAnswers.Responder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Who wrote the comments about one reviewee, while they are sealed: for the escrow alone. Where
/// two wrote the same words under one heading, lots decide which comment is whose.
final class CommentWriters {
  /// One comment as it was handed in.
  private record Handed(Responder responder, Comment comment) {}

  private final List<Handed> left = new ArrayList<>();

  CommentWriters(List<Responder> responders, Random lots) {
    responders.forEach(responder ->
        responder.comments().forEach(comment -> left.add(new Handed(responder, comment))));
    Collections.shuffle(left, lots);
  }

  /// Each can be asked for once; those that stand under a question before those that were put
  /// together.
  ///
  /// @throws IllegalStateException when nobody wrote it
  Responder take(PublishedComments block, String words) {
    Handed found =
        left.stream()
            .filter(each ->
                block.groups().contains(each.responder().group())
                    && block.item().map(each.comment().question()::equals).orElse(true)
                    && each.comment().text().equals(words))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("a published comment has no writer"));
    left.remove(found);
    return found.responder();
  }
}
