package dev.nameplate.merge;

import dev.nameplate.template.FieldKind;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Turns a raw value into clean text or into the reason why it is missing.
 *
 * <p>The steps stand in {@link #STEPS} in their order; each takes what the one before it left, and
 * the first that finds the value missing ends the work. Values for machines (codes, addresses)
 * leave out the repairs that only prose needs. No step looks at a clock or at the machine's locale,
 * each is linear in the value's length, and none fails.
 */
final class ValueCleaner {
  private enum For {
    ALL,
    PROSE
  }

  private record Step(String name, For scope, UnaryOperator<Draft> work) {
    boolean appliesTo(FieldKind kind) {
      return scope == For.ALL || !kind.isRaw();
    }
  }

  private static final List<Step> STEPS =
      List.of(
          new Step("cap the raw value", For.ALL, d -> d.withRaw(TextLimits.capRaw(d.raw()))),
          new Step("cut a tracker", For.PROSE, d -> d.withRaw(TrackingKeys.cutGlued(d.raw()))),
          new Step("decode escapes and bytes", For.ALL, ValueCleaner::decode),
          new Step("refuse lost letters", For.ALL, ValueCleaner::refuseLostLetters),
          new Step("decode once more", For.PROSE, ValueCleaner::decodeAgain),
          new Step("decode entities", For.PROSE, d -> d.withText(HtmlEntities.decode(d.text()))),
          new Step("unwrap elements", For.PROSE, d -> d.withText(HtmlWrappers.remove(d.text()))),
          new Step("repair mojibake", For.PROSE, d -> d.withText(Mojibake.repair(d.text()))),
          new Step("refuse lost letters", For.PROSE, ValueCleaner::refuseLostLetters),
          new Step("note where lines break", For.PROSE, ValueCleaner::hints),
          new Step("clean Unicode", For.ALL, d -> d.withText(UnicodeCleaner.clean(d.text()))),
          new Step("refuse emptiness", For.ALL, ValueCleaner::refuseEmptiness),
          new Step("refuse merge tags", For.ALL, ValueCleaner::refuseMergeTags),
          new Step("refuse junk", For.ALL, ValueCleaner::refuseJunk),
          new Step("apply the kind's rules", For.ALL, ValueCleaner::applyKind),
          new Step("cut to length", For.ALL, ValueCleaner::cut));

  private static final char REPLACEMENT = '\ufffd';

  private ValueCleaner() {}

  static Draft clean(Draft raw) {
    Draft draft = raw;
    for (Step step : STEPS) {
      if (!draft.isMissing() && step.appliesTo(draft.field().kind())) {
        draft = step.work().apply(draft);
      }
    }
    return draft;
  }

  private static Draft decode(Draft draft) {
    return draft.arrivedAs(ByteText.read(PercentDecoder.bytes(draft.raw())));
  }

  private static Draft refuseLostLetters(Draft draft) {
    return draft.text().indexOf(REPLACEMENT) >= 0
        ? draft.missing(MissingReason.JUNK, "lost letter")
        : draft;
  }

  private static Draft decodeAgain(Draft draft) {
    return SecondDecoding.isLikely(draft.raw())
        ? draft.withText(SecondDecoding.decode(draft.text()))
        : draft;
  }

  /** In a name they are what a table left behind. */
  private static Draft hints(Draft draft) {
    return draft.field().kind() == FieldKind.TEXT ? draft.hintedBy(draft.text()) : draft;
  }

  private static Draft refuseEmptiness(Draft draft) {
    return UnicodeCleaner.isBlank(draft.text()) ? draft.missing(MissingReason.EMPTY) : draft;
  }

  private static Draft refuseMergeTags(Draft draft) {
    return MergeTags.family(draft.text(), draft.field().name())
        .map(family -> draft.missing(MissingReason.UNMERGED, family))
        .orElse(draft);
  }

  /** A declared option is never junk, even where it is called "None". */
  private static Draft refuseJunk(Draft draft) {
    boolean option = ChoiceReader.option(draft.field(), draft.text()).isPresent();
    return !option && JunkWords.isJunk(draft.text())
        ? draft.missing(MissingReason.JUNK, "no value")
        : draft;
  }

  private static Draft applyKind(Draft draft) {
    return switch (draft.field().kind()) {
      case NAME -> applyName(draft);
      case TEXT -> applyText(draft);
      default -> draft;
    };
  }

  private static Draft applyName(Draft draft) {
    String name = NameRules.withoutJunkTokens(draft.text());
    return NameRules.objection(name)
        .map(why -> draft.missing(MissingReason.JUNK, why))
        .orElseGet(() -> draft.withText(name));
  }

  private static Draft applyText(Draft draft) {
    boolean junk = Arrays.stream(draft.text().split(" ")).allMatch(JunkWords::isJunkToken);
    return junk ? draft.missing(MissingReason.JUNK, "no value") : draft;
  }

  /** Only a name or a text means the same when it is cut; the others are refused by their kind. */
  private static Draft cut(Draft draft) {
    FieldKind kind = draft.field().kind();
    if (kind != FieldKind.NAME && kind != FieldKind.TEXT) {
      return draft;
    }
    String cut = TextLimits.graphemes(draft.text(), draft.field().maxLength());
    return cut.isEmpty()
        ? draft.missing(MissingReason.INVALID, "longer than maxLength")
        : draft.withText(cut);
  }
}
