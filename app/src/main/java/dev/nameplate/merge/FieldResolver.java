package dev.nameplate.merge;

import dev.nameplate.merge.clean.CleaningState;
import dev.nameplate.merge.clean.NameCase;
import dev.nameplate.merge.clean.ValueCleaner;
import dev.nameplate.merge.decode.LegacyCharset;
import dev.nameplate.merge.decode.TextLimits;
import dev.nameplate.merge.decode.UnicodeCleaner;
import dev.nameplate.merge.kind.ParsedValue;
import dev.nameplate.merge.kind.RemoteUrlPolicy;
import dev.nameplate.merge.kind.ValueReader;
import dev.nameplate.merge.policy.ContentPolicy;
import dev.nameplate.merge.query.RawFieldValues;
import dev.nameplate.merge.value.FieldValue;
import dev.nameplate.merge.value.MergedFields;
import dev.nameplate.merge.value.MissingReason;
import dev.nameplate.merge.value.ResolvedField;
import dev.nameplate.merge.value.ResolvedField.State;
import dev.nameplate.template.Template;
import dev.nameplate.template.field.Field;
import dev.nameplate.template.field.FieldKind;
import dev.nameplate.template.field.LetterCase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides what is drawn for each field of a template, and tells why. Order of precedence:
 *
 * <ol>
 *   <li>where a required field has no value, nothing that came is drawn: fallbacks only;
 *   <li>the first copy of the parameter that survives cleaning, its kind's rules, the fonts and the
 *       guard against graffiti;
 *   <li>the field's fallback, as its author wrote it;
 *   <li>nothing: the field is absent.
 * </ol>
 *
 * <p>Where no copy survives, the first that is not merely empty gives the reason.
 */
public final class FieldResolver {
  private static final Optional<FieldValue> NOTHING = Optional.empty();

  private final GlyphCoverage coverage;
  private final ContentPolicy guard;
  private final RemoteUrlPolicy addresses;

  /** Refuses no words, and looks at public addresses of pictures only. */
  public FieldResolver(GlyphCoverage coverage) {
    this(coverage, ContentPolicy.WITHOUT_WORDS);
  }

  /** Looks at public addresses of pictures only. */
  public FieldResolver(GlyphCoverage coverage, ContentPolicy guard) {
    this(coverage, guard, RemoteUrlPolicy.PUBLIC);
  }

  public FieldResolver(GlyphCoverage coverage, ContentPolicy guard, RemoteUrlPolicy addresses) {
    this.coverage = coverage;
    this.guard = guard;
    this.addresses = addresses;
  }

  /** Every declared field in the template's order; never fails, whatever arrived. */
  public MergedFields resolve(Template template, RawFieldValues rawFieldValues) {
    Map<String, Candidate> candidates = new LinkedHashMap<>();
    boolean standard = false;
    for (Field field : template.fields().values()) {
      Candidate candidate = candidate(template, field, rawFieldValues.of(field.name()));
      candidates.put(field.name(), candidate);
      standard |= field.required() && candidate.value().isEmpty();
    }
    Map<String, ResolvedField> fields = new LinkedHashMap<>();
    for (Map.Entry<String, Candidate> entry : candidates.entrySet()) {
      fields.put(entry.getKey(), resolved(template, entry.getValue(), standard));
    }
    return new MergedFields(fields, standard);
  }

  /** A copy of a parameter after its cleaning: its value, or a draft that says why it has none. */
  private record Candidate(CleaningState draft, boolean came, Optional<FieldValue> value) {
    boolean isEmpty() {
      return draft.reason().equals(Optional.of(MissingReason.EMPTY));
    }
  }

  private Candidate candidate(Template template, Field field, List<String> copies) {
    LegacyCharset charset = LegacyCharset.of(template.locale());
    Candidate told =
        new Candidate(
            CleaningState.of(field, charset, "").missing(MissingReason.MISSING),
            !copies.isEmpty(),
            Optional.empty());
    for (int copy = 0; copy < copies.size(); copy++) {
      Candidate candidate = candidate(template, CleaningState.of(field, charset, copies.get(copy)));
      if (candidate.value().isPresent()) {
        return candidate;
      }
      told = copy == 0 || (told.isEmpty() && !candidate.isEmpty()) ? candidate : told;
    }
    return told;
  }

  private Candidate candidate(Template template, CleaningState raw) {
    CleaningState cleaningState = ValueCleaner.clean(raw);
    if (cleaningState.isMissing()) {
      return new Candidate(cleaningState, true, Optional.empty());
    }
    ParsedValue parsedValue =
        ValueReader.read(
            template, cleaningState.field(), cased(template, cleaningState), addresses);
    return parsedValue instanceof ParsedValue.Read read
        ? drawn(cleaningState, read.value())
        : refused(cleaningState, (ParsedValue.Refused) parsedValue);
  }

  private static String cased(Template template, CleaningState cleaningState) {
    Field field = cleaningState.field();
    boolean prose = field.kind() == FieldKind.NAME || field.kind() == FieldKind.TEXT;
    return prose && field.letterCase() == LetterCase.FIX
        ? TextLimits.graphemes(
            NameCase.fix(cleaningState.text(), template.locale()), field.maxLength())
        : cleaningState.text();
  }

  private static Candidate refused(CleaningState cleaningState, ParsedValue.Refused refused) {
    return new Candidate(
        cleaningState.missing(refused.reason(), refused.detail()), true, Optional.empty());
  }

  private Candidate drawn(CleaningState cleaningState, FieldValue value) {
    Optional<FieldValue> drawable = drawable(cleaningState.field(), value);
    if (drawable.isEmpty()) {
      return new Candidate(cleaningState.missing(MissingReason.UNDRAWABLE), true, drawable);
    }
    Optional<FieldValue> hinted = drawable.map(shown -> hinted(cleaningState, shown));
    return objection(cleaningState, drawable.get())
        .map(why -> new Candidate(cleaningState.missing(MissingReason.REFUSED, why), true, NOTHING))
        .orElseGet(() -> new Candidate(noted(cleaningState, value, drawable.get()), true, hinted));
  }

  /** Says which signs were left out, if any. */
  private static CleaningState noted(
      CleaningState cleaningState, FieldValue value, FieldValue drawn) {
    String missing = UnicodeCleaner.signsLost(value.shown(), drawn.shown());
    return missing.isEmpty()
        ? cleaningState
        : cleaningState.noted("left out, as no font has it: " + missing);
  }

  private static FieldValue hinted(CleaningState cleaningState, FieldValue value) {
    return value instanceof FieldValue.Text text
        ? new FieldValue.Text(cleaningState.hints().restored(text.shown()))
        : value;
  }

  /** To what is drawn, and to what was written: better letters must not make it look harmless. */
  private Optional<String> objection(CleaningState cleaningState, FieldValue drawable) {
    Field field = cleaningState.field();
    Optional<String> objection = guard.objection(field, drawable.shown());
    boolean mended =
        field.letterCase() == LetterCase.FIX && !cleaningState.text().equals(drawable.shown());
    return objection.isEmpty() && mended
        ? guard.objection(field, TextLimits.graphemes(cleaningState.text(), field.maxLength()))
        : objection;
  }

  /**
   * The value with a text that the fonts can draw; addresses, pictures and payloads are not text.
   */
  private Optional<FieldValue> drawable(Field field, FieldValue value) {
    boolean prose = field.kind() == FieldKind.NAME || field.kind() == FieldKind.TEXT;
    if (prose) {
      return coverage
          .drawable(value.shown())
          .map(UnicodeCleaner::collapsed)
          .map(text -> TextLimits.graphemes(text, field.maxLength()))
          .filter(text -> !text.isEmpty())
          .map(FieldValue.Text::new);
    }
    boolean seen =
        switch (field.kind()) {
          case URL, IMAGE, PAYLOAD -> false;
          default -> true;
        };
    return seen && coverage.drawable(value.shown()).isEmpty()
        ? Optional.empty()
        : Optional.of(value);
  }

  private ResolvedField resolved(Template template, Candidate candidate, boolean standard) {
    CleaningState cleaningState = candidate.draft();
    Field field = cleaningState.field();
    Optional<FieldValue> given = standard ? Optional.empty() : candidate.value();
    Optional<FieldValue> fallback =
        given.isPresent() ? Optional.empty() : fallback(template, field);
    State state =
        given.isPresent() ? State.GIVEN : fallback.isPresent() ? State.FALLBACK : State.ABSENT;
    Optional<String> arrived =
        candidate.came()
            ? Optional.of(TextLimits.codePoints(cleaningState.arrived(), TextLimits.ARRIVED))
            : Optional.empty();
    return new ResolvedField(
        field,
        state,
        given.or(() -> fallback),
        cleaningState.reason(),
        arrived,
        cleaningState.detail());
  }

  private Optional<FieldValue> fallback(Template template, Field field) {
    return field
        .fallback()
        .flatMap(
            text ->
                ValueReader.read(template, field, text, addresses) instanceof ParsedValue.Read read
                    ? Optional.of(read.value())
                    : Optional.empty());
  }
}
