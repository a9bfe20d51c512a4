package dev.nameplate.merge.clean;

import dev.nameplate.merge.decode.DoubleEncodingRepair;
import dev.nameplate.merge.decode.EncodedWords;
import dev.nameplate.merge.decode.HtmlEntities;
import dev.nameplate.merge.decode.HtmlWrappers;
import dev.nameplate.merge.decode.LenientUtf8;
import dev.nameplate.merge.decode.LinkEscapes;
import dev.nameplate.merge.decode.Mojibake;
import dev.nameplate.merge.decode.PercentDecoder;
import dev.nameplate.merge.decode.TextEscapes;
import dev.nameplate.merge.decode.TextLimits;
import dev.nameplate.merge.decode.UnicodeCleaner;
import dev.nameplate.merge.kind.ChoiceReader;
import dev.nameplate.merge.query.TrackingKeys;
import dev.nameplate.merge.tag.MergeTags;
import dev.nameplate.merge.value.MissingReason;
import dev.nameplate.template.field.FieldKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Turns a raw value into clean text, or into the reason why it is missing.
 *
 * <p>{@link #STEPS} lists the steps in order. The first that finds the value missing ends the work.
 * Codes, URLs and payloads skip the repairs that only prose needs. No step depends on the clock or
 * the machine's locale, each takes time linear in the value's length, and none throws.
 */
public final class ValueCleaner {
  private enum For {
    ALL,
    /** All but payloads, which stay unchanged. */
    READ,
    PROSE
  }

  private record Step(String name, For scope, UnaryOperator<CleaningState> work) {
    boolean appliesTo(FieldKind kind) {
      return switch (scope) {
        case ALL -> true;
        case READ -> kind != FieldKind.PAYLOAD;
        case PROSE -> !kind.isRaw();
      };
    }
  }

  private static final List<Step> STEPS =
      List.of(
          new Step("cap the raw value", For.READ, d -> d.withRaw(TextLimits.capRaw(d.raw()))),
          new Step("refuse a long payload", For.ALL, ValueCleaner::refuseLongPayload),
          new Step(
              "cut a tracking query",
              For.PROSE,
              d -> d.withRaw(TrackingKeys.withoutAppendedQuery(d.raw()))),
          new Step("decode escapes and bytes", For.ALL, ValueCleaner::decode),
          new Step(
              "refuse replacement characters", For.ALL, ValueCleaner::refuseReplacementCharacters),
          new Step("decode once more", For.PROSE, ValueCleaner::decodeAgain),
          new Step(
              "decode encoded words", For.PROSE, d -> d.withText(EncodedWords.decode(d.text()))),
          new Step("decode other escapes", For.PROSE, ValueCleaner::decodeEscapes),
          new Step("decode entities", For.PROSE, d -> d.withText(HtmlEntities.decode(d.text()))),
          new Step("unwrap elements", For.PROSE, d -> d.withText(HtmlWrappers.remove(d.text()))),
          new Step("repair mojibake", For.PROSE, d -> d.withText(Mojibake.repair(d.text()))),
          new Step(
              "refuse replacement characters",
              For.PROSE,
              ValueCleaner::refuseReplacementCharacters),
          new Step("note where lines break", For.PROSE, ValueCleaner::hints),
          new Step("clean Unicode", For.READ, ValueCleaner::cleanUnicode),
          new Step("refuse emptiness", For.ALL, ValueCleaner::refuseEmptiness),
          new Step("refuse merge tags", For.ALL, ValueCleaner::refuseMergeTags),
          new Step("refuse junk", For.ALL, ValueCleaner::refuseJunk),
          new Step("apply the kind's rules", For.ALL, ValueCleaner::applyKind),
          new Step("cut to length", For.ALL, ValueCleaner::cut));

  private static final char REPLACEMENT = '\ufffd';

  private ValueCleaner() {}

  /**
   * Applies the steps that the field's kind needs.
   *
   * @param raw as {@link CleaningState#of} made it
   * @return the clean text, or a state that is missing; {@code arrived} holds the decoded text in
   *     both cases, but is empty for a payload of more than {@link TextLimits#RAW_PAYLOAD} UTF-16
   *     units, which is refused before it is decoded
   */
  public static CleaningState clean(CleaningState raw) {
    CleaningState cleaningState = raw;
    for (Step step : STEPS) {
      if (!cleaningState.isMissing() && step.appliesTo(cleaningState.field().kind())) {
        cleaningState = step.work().apply(cleaningState);
      }
    }
    return cleaningState;
  }

  /** A payload that is too long is missing; any other value is cut instead. */
  private static CleaningState refuseLongPayload(CleaningState cleaningState) {
    return cleaningState.raw().length() > TextLimits.RAW_PAYLOAD
        ? cleaningState.missing(MissingReason.INVALID, "longer than maxLength")
        : cleaningState;
  }

  private static CleaningState decode(CleaningState cleaningState) {
    byte[] bytes = PercentDecoder.bytes(cleaningState.raw());
    boolean raw = cleaningState.field().kind().isRaw();
    CleaningState decoded =
        cleaningState.arrivedAs(
            raw ? LenientUtf8.read(bytes) : cleaningState.charset().read(bytes));
    return isUrl(cleaningState)
        ? decoded.withText(LinkEscapes.decode(cleaningState.raw()))
        : decoded;
  }

  private static boolean isUrl(CleaningState cleaningState) {
    FieldKind kind = cleaningState.field().kind();
    return kind == FieldKind.URL || kind == FieldKind.IMAGE;
  }

  /** Removes from a URL only what browsers ignore (WHATWG URL Standard, 4.4): its letters stay. */
  private static CleaningState cleanUnicode(CleaningState cleaningState) {
    return cleaningState.withText(
        isUrl(cleaningState)
            ? UnicodeCleaner.withoutUnseen(cleaningState.text().replaceAll("[\\t\\r\\n]", ""))
                .strip()
            : cleanText(cleaningState));
  }

  private static String cleanText(CleaningState cleaningState) {
    return cleaningState.field().onlyInCodes()
        ? UnicodeCleaner.cleanKeepingSpaces(cleaningState.text())
        : UnicodeCleaner.clean(cleaningState.text());
  }

  private static CleaningState refuseReplacementCharacters(CleaningState cleaningState) {
    return cleaningState.text().indexOf(REPLACEMENT) >= 0
        ? cleaningState.missing(MissingReason.JUNK, "lost letter")
        : cleaningState;
  }

  private static CleaningState decodeAgain(CleaningState cleaningState) {
    return DoubleEncodingRepair.isLikely(cleaningState.raw()) && !isPercentage(cleaningState)
        ? cleaningState.withText(DoubleEncodingRepair.decode(cleaningState.text()))
        : cleaningState;
  }

  /**
   * Whether a number is a percentage as Turkish and Basque write it, {@code %20}, and not a space
   * that was encoded twice.
   */
  private static boolean isPercentage(CleaningState cleaningState) {
    return cleaningState.field().kind() == FieldKind.NUMBER
        && cleaningState.text().matches("%\\d{1,3}");
  }

  private static CleaningState decodeEscapes(CleaningState cleaningState) {
    return cleaningState.withText(
        cleaningState.field().kind() == FieldKind.NAME
            ? TextEscapes.decodeName(cleaningState.text(), cleaningState.charset())
            : TextEscapes.decode(cleaningState.text(), cleaningState.charset()));
  }

  /** Only texts have hints: in a name such spaces are left from a spreadsheet or web page. */
  private static CleaningState hints(CleaningState cleaningState) {
    return cleaningState.field().kind() == FieldKind.TEXT
        ? cleaningState.withHintsOf(cleaningState.text())
        : cleaningState;
  }

  private static CleaningState refuseEmptiness(CleaningState cleaningState) {
    return UnicodeCleaner.isBlank(cleaningState.text())
        ? cleaningState.missing(MissingReason.EMPTY)
        : cleaningState;
  }

  private static CleaningState refuseMergeTags(CleaningState cleaningState) {
    String name = cleaningState.field().name();
    return MergeTags.family(cleaningState.text(), name)
        .or(
            () ->
                isUrl(cleaningState)
                    ? MergeTags.family(cleaningState.arrived(), name)
                    : Optional.empty())
        .map(family -> cleaningState.missing(MissingReason.UNMERGED, family))
        .orElse(cleaningState);
  }

  /** A declared option is never junk, even where it is called "None". */
  private static CleaningState refuseJunk(CleaningState cleaningState) {
    boolean option = ChoiceReader.option(cleaningState.field(), cleaningState.text()).isPresent();
    return !option && JunkWords.isJunk(cleaningState.text())
        ? cleaningState.missing(MissingReason.JUNK, "no value")
        : cleaningState;
  }

  private static CleaningState applyKind(CleaningState cleaningState) {
    return switch (cleaningState.field().kind()) {
      case NAME -> applyName(cleaningState);
      case TEXT -> applyText(cleaningState);
      default -> cleaningState;
    };
  }

  private static CleaningState applyName(CleaningState cleaningState) {
    String name = NameRules.withoutJunkTokens(cleaningState.text());
    return NameRules.objection(name)
        .map(why -> cleaningState.missing(MissingReason.JUNK, why))
        .orElseGet(() -> cleaningState.withText(name));
  }

  private static CleaningState applyText(CleaningState cleaningState) {
    boolean junk = Arrays.stream(cleaningState.text().split(" ")).allMatch(JunkWords::isJunkToken);
    return junk ? cleaningState.missing(MissingReason.JUNK, "no value") : cleaningState;
  }

  /**
   * Cuts names and texts; other kinds would mean something else when cut and refuse long values
   * instead.
   */
  private static CleaningState cut(CleaningState cleaningState) {
    FieldKind kind = cleaningState.field().kind();
    if (kind != FieldKind.NAME && kind != FieldKind.TEXT) {
      return cleaningState;
    }
    String cut = TextLimits.graphemes(cleaningState.text(), cleaningState.field().maxLength());
    return cut.isEmpty()
        ? cleaningState.missing(MissingReason.INVALID, "longer than maxLength")
        : cleaningState.withText(cut);
  }
}
