package io.fairlead.app.goals;

import io.fairlead.app.framework.EffectReach;
import io.fairlead.methods.framework.Effect;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Whom a change of the rules for goals touches: those who check in on key results now, and those
/// who own or answer for objectives now.
@Component
class GoalReach implements EffectReach {
  private final JdbcClient database;

  GoalReach(JdbcClient database) {
    this.database = database;
  }

  private record Counts(long checkingIn, long owning) {}

  @Override
  public Map<String, Long> people(List<Effect> effects) {
    List<Effect> ours =
        effects.stream()
            .filter(effect ->
                effect.path().startsWith("cadence.") || effect.path().startsWith("goals."))
            .toList();
    if (ours.isEmpty()) {
      return Map.of();
    }
    Counts counts = counts();
    return ours.stream()
        .collect(
            Collectors.toMap(
                Effect::path,
                effect ->
                    effect.path().startsWith("cadence.check-ins")
                            || effect.path().startsWith("goals.staleness")
                        ? counts.checkingIn()
                        : counts.owning(),
                (one, _) -> one));
  }

  private Counts counts() {
    return database
        .sql(
            """
            select
              (select count(distinct coalesce(k.owner, o.accountable))
                from key_result k join objective o on o.id = k.objective
                where o.state in ('proposed', 'active') and %1$s) as checking_in,
              (select count(*) from (
                select o.accountable from objective o where o.state in ('draft', 'proposed', 'active') and %1$s
                union
                select k.owner from key_result k join objective o on o.id = k.objective
                where o.state in ('draft', 'proposed', 'active') and k.owner is not null and %1$s) owners) as owning
            """
                .formatted(
                    "not exists (select from cycle c where c.id = o.cycle and c.pilot is not null)"))
        .query((row, _) -> new Counts(row.getLong("checking_in"), row.getLong("owning")))
        .single();
  }
}
