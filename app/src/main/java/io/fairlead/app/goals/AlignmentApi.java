package io.fairlead.app.goals;

import io.fairlead.app.goals.Alignments.Conversation;
import io.fairlead.app.goals.Negotiation.Kind;
import io.fairlead.app.goals.Negotiation.Move;
import io.fairlead.app.goals.Negotiation.Side;
import io.fairlead.app.platform.Reason;
import io.fairlead.app.platform.Viewer;
import io.fairlead.app.platform.policy.Guarded;
import io.fairlead.app.platform.policy.Open;
import io.fairlead.app.platform.web.Errors.RefusedException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What objectives move, and the negotiation about it, as JSON. A step is a move that is posted to
/// the pair of the objective below and the one above.
@RestController
@RequestMapping("/api/v1")
class AlignmentApi {
  private final Alignments alignments;
  private final Objectives objectives;

  AlignmentApi(Alignments alignments, Objectives objectives) {
    this.objectives = objectives;
    this.alignments = alignments;
  }

  /// A conversation as the API gives it.
  record ConversationDocument(
      UUID child,
      UUID parent,
      @Nullable TermsDocument agreed,
      @Nullable TermsDocument offered,
      @Nullable String offeredBy,
      List<String> possible,
      List<MoveDocument> moves) {}

  record TermsDocument(BigDecimal share, boolean primary) {}

  record MoveDocument(
      UUID id,
      String move,
      String side,
      @Nullable TermsDocument terms,
      String note,
      UUID by,
      Instant at) {}

  @GetMapping("/objectives/{id}/alignments")
  @Guarded(record = "objective", act = "read", fields = "goal", scope = "goals:read")
  List<Alignment> list(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID id) {
    if (objectives.find(viewer, id).isEmpty()) {
      throw new RefusedException(Reason.notFound());
    }
    return alignments.of(viewer, id);
  }

  @GetMapping("/alignments/waiting")
  @Open(because = "only what waits for the viewer's own answer", scope = "goals:read")
  List<Alignment> waiting(@AuthenticationPrincipal Viewer viewer) {
    return alignments.waitingFor(viewer);
  }

  @GetMapping("/objectives/{child}/alignments/{parent}/moves")
  @Guarded(record = "objective", act = "read", fields = "negotiation", scope = "goals:read")
  ConversationDocument conversation(
      @AuthenticationPrincipal Viewer viewer, @PathVariable UUID child, @PathVariable UUID parent) {
    return document(GoalApi.value(alignments.conversation(viewer, child, parent)));
  }

  @PostMapping("/objectives/{child}/alignments/{parent}/moves")
  @ResponseStatus(HttpStatus.CREATED)
  @Guarded(record = "objective", act = "answer", fields = "negotiation", scope = "goals:write")
  ConversationDocument move(
      @AuthenticationPrincipal Viewer viewer,
      @PathVariable UUID child,
      @PathVariable UUID parent,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody AlignmentInput input) {
    AlignmentInput keyed =
        new AlignmentInput(
            input.parent(),
            input.move(),
            input.primary(),
            input.share(),
            input.note(),
            key == null ? input.key() : key);
    return document(GoalApi.value(alignments.move(viewer, child, parent, keyed)));
  }

  private static ConversationDocument document(Conversation conversation) {
    Negotiation negotiation = conversation.negotiation();
    return new ConversationDocument(
        conversation.child(),
        conversation.parent(),
        terms(negotiation.agreed()),
        terms(negotiation.offered()),
        negotiation.from() == null ? null : side(negotiation.from()),
        conversation.possible().stream().map(Kind::code).toList(),
        conversation.moves().stream().map(AlignmentApi::move).toList());
  }

  private static MoveDocument move(Move move) {
    return new MoveDocument(
        move.id(),
        move.kind().code(),
        side(move.side()),
        terms(move.terms()),
        move.note(),
        move.by(),
        move.at());
  }

  private static @Nullable TermsDocument terms(Negotiation.@Nullable Terms terms) {
    return terms == null ? null : new TermsDocument(terms.share(), terms.primary());
  }

  private static String side(Side side) {
    return side.name().toLowerCase(Locale.ROOT);
  }
}
