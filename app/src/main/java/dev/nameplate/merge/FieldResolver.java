package dev.nameplate.merge;

import dev.nameplate.merge.ResolvedField.State;
import dev.nameplate.template.Field;
import dev.nameplate.template.FieldKind;
import dev.nameplate.template.LetterCase;
import dev.nameplate.template.Template;
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
  private final GraffitiGuard guard;
  private final PictureAddresses addresses;

  /** Refuses no words, and looks at public addresses of pictures only. */
  public FieldResolver(GlyphCoverage coverage) {
    this(coverage, GraffitiGuard.WITHOUT_WORDS);
  }

  /** Looks at public addresses of pictures only. */
  public FieldResolver(GlyphCoverage coverage, GraffitiGuard guard) {
    this(coverage, guard, PictureAddresses.PUBLIC);
  }

  public FieldResolver(GlyphCoverage coverage, GraffitiGuard guard, PictureAddresses addresses) {
    this.coverage = coverage;
    this.guard = guard;
    this.addresses = addresses;
  }

  /** Every declared field in the template's order; never fails, whatever arrived. */
  public MergedFields resolve(Template template, Arrivals arrivals) {
    Map<String, Candidate> candidates = new LinkedHashMap<>();
    boolean standard = false;
    for (Field field : template.fields().values()) {
      Candidate candidate = candidate(template, field, arrivals.of(field.name()));
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
  private record Candidate(Draft draft, boolean came, Optional<FieldValue> value) {
    boolean isEmpty() {
      return draft.reason().equals(Optional.of(MissingReason.EMPTY));
    }
  }

  private Candidate candidate(Template template, Field field, List<String> copies) {
    Candidate told =
        new Candidate(
            Draft.of(field, "").missing(MissingReason.MISSING),
            !copies.isEmpty(),
            Optional.empty());
    for (int copy = 0; copy < copies.size(); copy++) {
      Candidate candidate = candidate(template, Draft.of(field, copies.get(copy)));
      if (candidate.value().isPresent()) {
        return candidate;
      }
      told = copy == 0 || (told.isEmpty() && !candidate.isEmpty()) ? candidate : told;
    }
    return told;
  }

  private Candidate candidate(Template template, Draft raw) {
    Draft draft = ValueCleaner.clean(raw);
    if (draft.isMissing()) {
      return new Candidate(draft, true, Optional.empty());
    }
    Reading reading = ValueReader.read(template, draft.field(), cased(template, draft), addresses);
    return reading instanceof Reading.Read read
        ? drawn(draft, read.value())
        : refused(draft, (Reading.Refused) reading);
  }

  private static String cased(Template template, Draft draft) {
    Field field = draft.field();
    boolean prose = field.kind() == FieldKind.NAME || field.kind() == FieldKind.TEXT;
    return prose && field.letterCase() == LetterCase.FIX
        ? TextLimits.graphemes(NameCase.fix(draft.text(), template.locale()), field.maxLength())
        : draft.text();
  }

  private static Candidate refused(Draft draft, Reading.Refused refused) {
    return new Candidate(
        draft.missing(MissingReason.INVALID, refused.detail()), true, Optional.empty());
  }

  private Candidate drawn(Draft draft, FieldValue value) {
    Optional<FieldValue> drawable = drawable(draft.field(), value);
    if (drawable.isEmpty()) {
      return new Candidate(draft.missing(MissingReason.UNDRAWABLE), true, drawable);
    }
    Optional<FieldValue> hinted = drawable.map(shown -> hinted(draft, shown));
    return objection(draft, drawable.get())
        .map(why -> new Candidate(draft.missing(MissingReason.REFUSED, why), true, NOTHING))
        .orElseGet(() -> new Candidate(noted(draft, value, drawable.get()), true, hinted));
  }

  /** Says which signs were left out, if any. */
  private static Draft noted(Draft draft, FieldValue value, FieldValue drawn) {
    String missing = UnicodeCleaner.signsLost(value.shown(), drawn.shown());
    return missing.isEmpty() ? draft : draft.noted("left out, as no font has it: " + missing);
  }

  private static FieldValue hinted(Draft draft, FieldValue value) {
    return value instanceof FieldValue.Text text
        ? new FieldValue.Text(draft.hints().restored(text.shown()))
        : value;
  }

  /** To what is drawn, and to what was written: better letters must not make it look harmless. */
  private Optional<String> objection(Draft draft, FieldValue drawable) {
    Field field = draft.field();
    Optional<String> objection = guard.objection(field, drawable.shown());
    boolean mended = field.letterCase() == LetterCase.FIX && !draft.text().equals(drawable.shown());
    return objection.isEmpty() && mended
        ? guard.objection(field, TextLimits.graphemes(draft.text(), field.maxLength()))
        : objection;
  }

  /** The value with a text that the fonts can draw; addresses and pictures are not text. */
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
    boolean seen = field.kind() != FieldKind.URL && field.kind() != FieldKind.IMAGE;
    return seen && coverage.drawable(value.shown()).isEmpty()
        ? Optional.empty()
        : Optional.of(value);
  }

  private ResolvedField resolved(Template template, Candidate candidate, boolean standard) {
    Draft draft = candidate.draft();
    Field field = draft.field();
    Optional<FieldValue> given = standard ? Optional.empty() : candidate.value();
    Optional<FieldValue> fallback =
        given.isPresent() ? Optional.empty() : fallback(template, field);
    State state =
        given.isPresent() ? State.GIVEN : fallback.isPresent() ? State.FALLBACK : State.ABSENT;
    Optional<String> arrived =
        candidate.came()
            ? Optional.of(TextLimits.codePoints(draft.arrived(), TextLimits.ARRIVED))
            : Optional.empty();
    return new ResolvedField(
        field, state, given.or(() -> fallback), draft.reason(), arrived, draft.detail());
  }

  private Optional<FieldValue> fallback(Template template, Field field) {
    return field
        .fallback()
        .flatMap(
            text ->
                ValueReader.read(template, field, text, addresses) instanceof Reading.Read read
                    ? Optional.of(read.value())
                    : Optional.empty());
  }
}
