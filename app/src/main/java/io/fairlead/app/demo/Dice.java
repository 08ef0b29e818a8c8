package io.fairlead.app.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/// All chance of the simulation: the same seed throws the same. Each purpose has dice of its own,
/// so that a change in one part of the simulation does not move the others.
final class Dice {
  private static final long MIX = 0x9E3779B97F4A7C15L;

  private final long seed;
  private final Random random;

  Dice(long seed) {
    this.seed = seed;
    this.random = new Random(mixed(seed));
  }

  Dice forThe(Object purpose) {
    return new Dice(mixed(seed ^ purpose.toString().hashCode() * MIX));
  }

  private static long mixed(long bits) {
    long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  double between(double low, double high) {
    return low + random.nextDouble() * (high - low);
  }

  /// Both ends included.
  int between(int low, int high) {
    return low + random.nextInt(high - low + 1);
  }

  double normal(double mean, double deviation) {
    return mean + deviation * random.nextGaussian();
  }

  <T> T of(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  <T> List<T> shuffled(List<T> all) {
    List<T> shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }

  /// Exactly this share of them, rounded, in the order they were drawn.
  <T> Set<T> some(List<T> all, double share) {
    return new LinkedHashSet<>(shuffled(all).subList(0, (int) Math.round(all.size() * share)));
  }

  LocalDate day(LocalDate from, LocalDate to) {
    return from.plusDays(between(0, (int) (to.toEpochDay() - from.toEpochDay())));
  }

  /// A UUID of version 7 for something made at that moment.
  UUID id(Instant at) {
    long high = (at.toEpochMilli() << 16) | 0x7000L | random.nextInt(0x1000);
    return new UUID(high, 0x8000000000000000L | (random.nextLong() & 0x3FFFFFFFFFFFFFFFL));
  }
}
