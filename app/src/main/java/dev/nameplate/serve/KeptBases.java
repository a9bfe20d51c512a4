package dev.nameplate.serve;

import dev.nameplate.asset.ByteBudget;
import dev.nameplate.encode.Format;
import dev.nameplate.geometry.Scale;
import dev.nameplate.template.Template;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The bases that were used last, within a byte budget; the newest stays whatever it weighs. Made-up
 * addresses cannot flood it: only a template's own scales and formats have bases.
 */
final class KeptBases {
  private final ByteBudget<BaseName, Prepared> kept;
  private final Map<BaseName, CompletableFuture<Prepared>> making = new ConcurrentHashMap<>();

  /** What a base is made for. */
  record BaseName(String id, String digest, Scale scale, Format format) {
    static BaseName of(Template template, Scale scale, Format format) {
      return new BaseName(template.id(), template.digest(), scale, format);
    }

    BaseName in(Format other) {
      return new BaseName(id, digest, scale, other);
    }

    String name() {
      return id + "@" + scale.label() + "x " + format;
    }
  }

  KeptBases(long maxBytes) {
    this.kept = new ByteBudget<>(maxBytes, 1, Prepared::weight);
  }

  Optional<Prepared> find(BaseName key) {
    return kept.get(key);
  }

  void keep(BaseName key, Prepared base) {
    kept.put(key, base);
  }

  /** Where several ask at once one makes it, and all fail with it. */
  Prepared get(BaseName key, Supplier<Prepared> maker) {
    return kept.get(key).orElseGet(() -> make(key, maker));
  }

  private Prepared make(BaseName key, Supplier<Prepared> maker) {
    CompletableFuture<Prepared> mine = new CompletableFuture<>();
    CompletableFuture<Prepared> others = making.putIfAbsent(key, mine);
    if (others != null) {
      return others.join();
    }
    try {
      Prepared made = maker.get();
      kept.put(key, made);
      mine.complete(made);
      return made;
    } catch (RuntimeException | Error failed) {
      mine.completeExceptionally(failed);
      throw failed;
    } finally {
      making.remove(key, mine);
    }
  }
}
