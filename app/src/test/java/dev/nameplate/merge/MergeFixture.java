package dev.nameplate.merge;

import dev.nameplate.geometry.Rgba;
import dev.nameplate.geometry.Size;
import dev.nameplate.merge.query.QueryReader;
import dev.nameplate.merge.query.RawFieldValues;
import dev.nameplate.merge.query.RawQuery;
import dev.nameplate.merge.value.FieldValue;
import dev.nameplate.merge.value.MergedFields;
import dev.nameplate.merge.value.MissingReason;
import dev.nameplate.merge.value.ResolvedField;
import dev.nameplate.template.CacheAges;
import dev.nameplate.template.OutputOptions;
import dev.nameplate.template.Template;
import dev.nameplate.template.field.Field;
import dev.nameplate.template.field.FieldKind;
import dev.nameplate.template.field.Fields;
import dev.nameplate.template.field.LetterCase;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Templates and fields for the tests of this package. */
public final class MergeFixture {
  static final GlyphCoverage EVERYTHING = Optional::of;

  private MergeFixture() {}

  /** Field {@code name} of kind name, and the corpus's other fields as text. */
  public static Template corpusTemplate() {
    return template(
        Fields.of("name", FieldKind.NAME),
        Fields.of("title", FieldKind.TEXT),
        Fields.of("city", FieldKind.TEXT),
        Fields.of("company", FieldKind.TEXT),
        Fields.of("product", FieldKind.TEXT),
        Fields.of("code", FieldKind.TEXT));
  }

  public static Template template(Field... fields) {
    return template(Locale.ENGLISH, ZoneId.of("UTC"), fields);
  }

  public static Template template(Locale locale, ZoneId zone, Field... fields) {
    Map<String, Field> byName = new LinkedHashMap<>();
    Arrays.stream(fields).forEach(field -> byName.put(field.name(), field));
    return new Template(
        "card",
        "Card",
        new Size(600, 300),
        Rgba.WHITE,
        locale,
        zone,
        List.of(),
        byName,
        List.of(),
        Set.of("assets/guest.png", "assets/people/ann.png"),
        OutputOptions.DEFAULT,
        CacheAges.DEFAULT,
        "00");
  }

  public static MergedFields merge(Template template, String query) {
    RawFieldValues rawFieldValues = new QueryReader().read(template, new RawQuery(query));
    return new FieldResolver(EVERYTHING).resolve(template, rawFieldValues);
  }

  public static ResolvedField only(Field field, String query) {
    return only(template(field), query);
  }

  public static ResolvedField only(Template template, String query) {
    return merge(template, query).byName().values().iterator().next();
  }

  /** What is drawn of the first field; {@code -} where nothing is. */
  public static String shown(Template template, String query) {
    return only(template, query).value().map(FieldValue::shown).orElse("-");
  }

  /**
   * The reason and its detail, as {@code unmerged;mailchimp}; {@code given} where there is none.
   */
  public static String reason(Template template, String query) {
    ResolvedField field = only(template, query);
    return field.reason().map(MissingReason::label).orElse("given")
        + field.detail().map(detail -> ";" + detail).orElse("");
  }

  /** A field with every part that the tests vary. */
  public static final class FieldMaker {
    private Field made;

    public FieldMaker(String name, FieldKind kind) {
      made = Fields.of(name, kind);
    }

    public Field field() {
      return made;
    }

    public FieldMaker fallback(String text) {
      return with(Optional.of(text), made.required(), made.aliases(), made.maxLength());
    }

    FieldMaker required() {
      return with(made.fallback(), true, made.aliases(), made.maxLength());
    }

    FieldMaker aliases(String... aliases) {
      return with(made.fallback(), made.required(), List.of(aliases), made.maxLength());
    }

    public FieldMaker maxLength(int length) {
      return with(made.fallback(), made.required(), made.aliases(), length);
    }

    public FieldMaker fixCase() {
      return kindParts(LetterCase.FIX, made.options(), made.input(), made.hosts());
    }

    public FieldMaker options(String... options) {
      return kindParts(made.letterCase(), List.of(options), made.input(), made.hosts());
    }

    public FieldMaker input(String pattern) {
      return kindParts(made.letterCase(), made.options(), Optional.of(pattern), made.hosts());
    }

    public FieldMaker hosts(String... hosts) {
      return kindParts(made.letterCase(), made.options(), made.input(), List.of(hosts));
    }

    public FieldMaker range(String min, String max) {
      made =
          new Field(
              made.name(),
              made.kind(),
              made.fallback(),
              made.required(),
              made.aliases(),
              made.maxLength(),
              made.letterCase(),
              made.options(),
              Optional.of(new BigDecimal(min)),
              Optional.of(new BigDecimal(max)),
              made.currency(),
              made.input(),
              made.hosts(),
              made.allow(),
              made.units(),
              made.epoch(),
              made.onlyInCodes(),
              made.direction());
      return this;
    }

    public FieldMaker currency(String code) {
      made =
          new Field(
              made.name(),
              made.kind(),
              made.fallback(),
              made.required(),
              made.aliases(),
              made.maxLength(),
              made.letterCase(),
              made.options(),
              made.min(),
              made.max(),
              Optional.of(code),
              made.input(),
              made.hosts(),
              made.allow(),
              made.units(),
              made.epoch(),
              made.onlyInCodes(),
              made.direction());
      return this;
    }

    public FieldMaker epoch() {
      return reading(List.of(), true);
    }

    public FieldMaker units(String... units) {
      return reading(List.of(units), false);
    }

    private FieldMaker reading(List<String> units, boolean epoch) {
      made =
          new Field(
              made.name(),
              made.kind(),
              made.fallback(),
              made.required(),
              made.aliases(),
              made.maxLength(),
              made.letterCase(),
              made.options(),
              made.min(),
              made.max(),
              made.currency(),
              made.input(),
              made.hosts(),
              made.allow(),
              units,
              epoch,
              made.onlyInCodes(),
              made.direction());
      return this;
    }

    private FieldMaker with(
        Optional<String> fallback, boolean required, List<String> aliases, int maxLength) {
      made =
          new Field(
              made.name(),
              made.kind(),
              fallback,
              required,
              aliases,
              maxLength,
              made.letterCase(),
              made.options(),
              made.min(),
              made.max(),
              made.currency(),
              made.input(),
              made.hosts(),
              made.allow(),
              made.units(),
              made.epoch(),
              made.onlyInCodes(),
              made.direction());
      return this;
    }

    private FieldMaker kindParts(
        LetterCase letterCase, List<String> options, Optional<String> input, List<String> hosts) {
      made =
          new Field(
              made.name(),
              made.kind(),
              made.fallback(),
              made.required(),
              made.aliases(),
              made.maxLength(),
              letterCase,
              options,
              made.min(),
              made.max(),
              made.currency(),
              input,
              hosts,
              made.allow(),
              made.units(),
              made.epoch(),
              made.onlyInCodes(),
              made.direction());
      return this;
    }
  }
}
