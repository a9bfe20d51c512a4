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
 * Decides which value each field of a template shows, and records why. Order of precedence:
 *
 * <ol>
 *   <li>if a required field has no value, every given value is ignored: fields show their fallbacks
 *       only;
 *   <li>the first copy of the parameter that passes cleaning, its kind's rules, font coverage and
 *       the content policy;
 *   <li>the field's fallback, as its author wrote it;
 *   <li>nothing: the field is absent.
 * </ol>
 *
 * <p>If no copy passes, the first copy that is not empty gives the reason. Stateless and safe for
 * threads.
 */
public final class FieldResolver {
  private static final String ELLIPSIS = "…";
  private static final Optional<FieldValue> NO_VALUE = Optional.empty();

  private final GlyphCoverage coverage;
  private final ContentPolicy contentPolicy;
  private final RemoteUrlPolicy remoteUrls;

  /**
   * Blocks no words and accepts remote images by {@link RemoteUrlPolicy#PUBLIC} only.
   *
   * @param coverage which texts the fonts can draw
   */
  public FieldResolver(GlyphCoverage coverage) {
    this(coverage, ContentPolicy.WITHOUT_WORDS);
  }

  /**
   * Accepts remote images by {@link RemoteUrlPolicy#PUBLIC} only.
   *
   * @param coverage which texts the fonts can draw
   * @param contentPolicy what names and texts may say
   */
  public FieldResolver(GlyphCoverage coverage, ContentPolicy contentPolicy) {
    this(coverage, contentPolicy, RemoteUrlPolicy.PUBLIC);
  }

  /**
   * Makes a resolver with all of its rules.
   *
   * @param coverage which texts the fonts can draw
   * @param contentPolicy what names and texts may say
   * @param remoteUrls which URLs of remote images are accepted
   */
  public FieldResolver(
      GlyphCoverage coverage, ContentPolicy contentPolicy, RemoteUrlPolicy remoteUrls) {
    this.coverage = coverage;
    this.contentPolicy = contentPolicy;
    this.remoteUrls = remoteUrls;
  }

  /**
   * Resolves every declared field; never throws, whatever the values hold.
   *
   * @param template declares the fields and gives locale, time zone and assets
   * @param rawFieldValues the request's values, still percent-encoded
   * @return one {@link ResolvedField} for each declared field, in the template's order
   */
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

  /**
   * One copy of a parameter after cleaning: its value, or the cleaning state with the reason why it
   * has none.
   */
  private record Candidate(CleaningState state, boolean arrived, Optional<FieldValue> value) {
    boolean isEmpty() {
      return state.reason().equals(Optional.of(MissingReason.EMPTY));
    }
  }

  private Candidate candidate(Template template, Field field, List<String> copies) {
    LegacyCharset charset = LegacyCharset.of(template.locale());
    Candidate best =
        new Candidate(
            CleaningState.of(field, charset, "").missing(MissingReason.MISSING),
            !copies.isEmpty(),
            Optional.empty());
    for (int copy = 0; copy < copies.size(); copy++) {
      Candidate candidate = candidate(template, CleaningState.of(field, charset, copies.get(copy)));
      if (candidate.value().isPresent()) {
        return candidate;
      }
      best = copy == 0 || (best.isEmpty() && !candidate.isEmpty()) ? candidate : best;
    }
    return best;
  }

  private Candidate candidate(Template template, CleaningState raw) {
    CleaningState cleaningState = ValueCleaner.clean(raw);
    if (cleaningState.isMissing()) {
      return new Candidate(cleaningState, true, Optional.empty());
    }
    ParsedValue parsedValue =
        ValueReader.read(
            template, cleaningState.field(), cased(template, cleaningState), remoteUrls);
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
        .map(
            why -> new Candidate(cleaningState.missing(MissingReason.REFUSED, why), true, NO_VALUE))
        .orElseGet(() -> new Candidate(noted(cleaningState, value, drawable.get()), true, hinted));
  }

  /** The state with a note of the characters that were left out, if any. */
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

  /**
   * Why the policy refuses the text to draw, or the text as written: fixing its case must not hide
   * a blocked word.
   */
  private Optional<String> objection(CleaningState cleaningState, FieldValue drawable) {
    Field field = cleaningState.field();
    Optional<String> objection =
        contentPolicy.objection(field, withoutAddedEllipsis(cleaningState, drawable.shown()));
    boolean caseFixed =
        field.letterCase() == LetterCase.FIX && !cleaningState.text().equals(drawable.shown());
    return objection.isEmpty() && caseFixed
        ? contentPolicy.objection(
            field,
            withoutAddedEllipsis(
                cleaningState, TextLimits.graphemes(cleaningState.text(), field.maxLength())))
        : objection;
  }

  /** A text without the ellipsis that was added when it was cut to its length. */
  private static String withoutAddedEllipsis(CleaningState cleaningState, String shown) {
    boolean cut = shown.endsWith(ELLIPSIS) && !cleaningState.arrived().strip().endsWith(ELLIPSIS);
    return cut ? shown.substring(0, shown.length() - ELLIPSIS.length()) : shown;
  }

  /**
   * The value with a text that the fonts can draw; empty if there is none. URLs, images and
   * payloads are not drawn as text and stay as they are.
   */
  private Optional<FieldValue> drawable(Field field, FieldValue value) {
    boolean prose = field.kind() == FieldKind.NAME || field.kind() == FieldKind.TEXT;
    if (prose) {
      return coverage
          .drawable(value.shown())
          .map(text -> field.onlyInCodes() ? text : UnicodeCleaner.collapsed(text))
          .map(text -> TextLimits.graphemes(text, field.maxLength()))
          .filter(text -> !text.isEmpty())
          .map(FieldValue.Text::new);
    }
    boolean drawnAsText =
        switch (field.kind()) {
          case URL, IMAGE, PAYLOAD -> false;
          default -> true;
        };
    return drawnAsText && coverage.drawable(value.shown()).isEmpty()
        ? Optional.empty()
        : Optional.of(value);
  }

  private ResolvedField resolved(Template template, Candidate candidate, boolean standard) {
    CleaningState cleaningState = candidate.state();
    Field field = cleaningState.field();
    Optional<FieldValue> given = standard ? Optional.empty() : candidate.value();
    Optional<FieldValue> fallback =
        given.isPresent() ? Optional.empty() : fallback(template, field);
    State state =
        given.isPresent() ? State.GIVEN : fallback.isPresent() ? State.FALLBACK : State.ABSENT;
    Optional<String> arrived =
        candidate.arrived()
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
                ValueReader.read(template, field, text, remoteUrls) instanceof ParsedValue.Read read
                    ? Optional.of(read.value())
                    : Optional.empty());
  }
}
