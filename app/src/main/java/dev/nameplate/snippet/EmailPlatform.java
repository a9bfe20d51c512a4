package dev.nameplate.snippet;

import dev.nameplate.template.field.Field;
import dev.nameplate.template.field.FieldKind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What fills in the values: an email platform, an author, or the script of a page.
 *
 * <p>A tag has an encoding filter only where the platform is known to have one, since an unknown
 * filter stops its mail.
 */
@SuppressWarnings("ImmutableEnumChecker") // Records of texts: the check does not know them as such.
public enum EmailPlatform {
  MAILCHIMP(
      "Mailchimp",
      NameStyle.JOINED_CAPITALS,
      "FNAME",
      TagSyntax.of("*|@|*")
          .encodedAs("*|URL:@|*")
          .withBranch("*|IF:@|*", "*|ELSE:|*", "*|END:IF|*")),
  KLAVIYO(
      "Klaviyo",
      NameStyle.SNAKE,
      "first_name",
      TagSyntax.of("{{ @ }}")
          .encodedAs("{{ @|urlencode }}")
          .withBranch("{% if @ %}", "{% else %}", "{% endif %}")) {
    /** Klaviyo's own properties; all others are looked up. */
    private static final Set<String> OWN =
        Set.of("first_name", "last_name", "full_name", "email", "phone_number", "organization");

    @Override
    String reference(String name) {
      return OWN.contains(name) || name.contains(".") ? name : "person|lookup:'" + name + "'";
    }

    @Override
    String bare(String reference) {
      return reference.replaceFirst("^person\\s*\\|\\s*lookup:\\s*['\"]([^'\"]*)['\"].*", "$1");
    }
  },
  HUBSPOT(
      "HubSpot",
      NameStyle.SNAKE,
      "firstname",
      TagSyntax.of("{{ contact.@ }}")
          .encodedAs("{{ contact.@|urlencode }}")
          .withBranch("{% if contact.@ %}", "{% else %}", "{% endif %}")),
  ACTIVECAMPAIGN("ActiveCampaign", NameStyle.CAPITALS, "FIRSTNAME", TagSyntax.of("%@%")),
  CAMPAIGN_MONITOR(
      "Campaign Monitor",
      NameStyle.JOINED,
      "firstname",
      TagSyntax.of("[@]").withBranch("[if:@]", "[else]", "[endif]")),
  CONSTANT_CONTACT("Constant Contact", NameStyle.CAPITALS, "FIRSTNAME", TagSyntax.of("[[@]]")),
  SENDGRID(
      "SendGrid",
      NameStyle.SNAKE,
      "first_name",
      TagSyntax.of("{{@}}").withBranch("{{#if @}}", "{{else}}", "{{/if}}")),
  MARKETING_CLOUD(
      "Salesforce Marketing Cloud",
      NameStyle.PASCAL,
      "FirstName",
      TagSyntax.of("%%@%%")
          .encodedAs("%%=URLEncode([@],1,1)=%%")
          .withBranch("%%[IF NOT EMPTY([@]) THEN]%%", "%%[ELSE]%%", "%%[ENDIF]%%")),
  MARKETO("Marketo", NameStyle.TITLE, "First Name", TagSyntax.of("{{lead.@}}")),
  BRAZE(
      "Braze",
      NameStyle.SNAKE,
      "first_name",
      TagSyntax.of("{{@}}")
          .encodedAs("{{@ | url_encode}}")
          .escapedAs("{{@ | escape}}")
          .withBranch("{% if @ != blank %}", "{% else %}", "{% endif %}")) {
    /** Braze's own attributes; all others are custom attributes. */
    private static final Set<String> OWN =
        Set.of("first_name", "last_name", "email_address", "city", "country", "language");

    @Override
    String reference(String name) {
      return (OWN.contains(name) ? "" : "custom_attribute.") + "${" + name + "}";
    }

    @Override
    String bare(String reference) {
      return reference.replaceFirst("^(?:custom_attribute\\.)?\\$\\{([^}]*)\\}", "$1");
    }
  },
  ITERABLE(
      "Iterable",
      NameStyle.CAMEL,
      "firstName",
      TagSyntax.of("{{@}}")
          .encodedAs("{{#urlEncode}}{{@}}{{/urlEncode}}")
          .withBranch("{{#if @}}", "{{else}}", "{{/if}}")),
  CUSTOMERIO("Customer.io", NameStyle.SNAKE, "first_name", liquid("customer.")),
  BREVO(
      "Brevo",
      NameStyle.CAPITALS,
      "FIRSTNAME",
      TagSyntax.of("{{ contact.@ }}")
          .withBranch("{% if contact.@ %}", "{% else %}", "{% endif %}")),
  MAILGUN("Mailgun", NameStyle.SNAKE, "first_name", TagSyntax.of("%recipient.@%")),
  MAILERLITE("MailerLite", NameStyle.SNAKE, "name", TagSyntax.of("{$@}")),
  KIT("Kit", NameStyle.SNAKE, "first_name", liquid("subscriber.")),
  INSTANTLY("Instantly", NameStyle.CAMEL, "firstName", TagSyntax.of("{{@}}")),
  SMARTLEAD("Smartlead", NameStyle.SNAKE, "first_name", TagSyntax.of("{{@}}")),
  SHOPIFY("Shopify Email", NameStyle.SNAKE, "first_name", liquid("customer.")),
  /** No tags: the author types values. */
  HTML("Plain HTML", NameStyle.SNAKE, "Maria", TagSyntax.of("@").encodedAs("@")),
  /** A script that reads values from the address of the page that shows the picture. */
  JAVASCRIPT("JavaScript", NameStyle.SNAKE, "first_name", TagSyntax.of("@").encodedAs("@"));

  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N} _.:-]{0,79}");

  /** Names of fields with the recipient's own name, in lower case without separators. */
  private static final Set<String> RECIPIENTS =
      Set.of("name", "fname", "firstname", "fullname", "recipient", "customer", "guest");

  private final String title;
  private final NameStyle style;
  private final String firstName;
  private final TagSyntax syntax;

  EmailPlatform(String title, NameStyle style, String firstName, TagSyntax syntax) {
    this.title = title;
    this.style = style;
    this.firstName = firstName;
    this.syntax = syntax;
  }

  /**
   * The name in URLs and on the command line: lower case with hyphens, {@code campaign-monitor}.
   */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The name for people, {@code Campaign Monitor}. */
  public String title() {
    return title;
  }

  /**
   * The platform of an id.
   *
   * @param id as {@link #id} gives it; compared exactly, so upper case does not match
   * @return empty where no platform has this id
   */
  public static Optional<EmailPlatform> ofId(String id) {
    return Arrays.stream(values()).filter(platform -> platform.id().equals(id)).findFirst();
  }

  /**
   * A description of an unmerged tag for people, {@code a Mailchimp tag}; names platforms that
   * write such tags.
   *
   * @param family the id of a platform, or the name of a form of tags such as {@code percent}
   * @return an English noun phrase with its article; {@code a merge tag} for an unknown family
   */
  public static String tagOf(String family) {
    return ofId(family)
        .map(platform -> "a " + platform.title() + " tag")
        .orElseGet(
            () ->
                switch (family) {
                  case "liquid" -> "a tag like Klaviyo's, HubSpot's or Braze's";
                  case "percent" -> "a tag like ActiveCampaign's";
                  case "double-percent", "ampscript" -> "a tag like Salesforce's";
                  case "bracket" -> "a tag like Campaign Monitor's";
                  case "double-bracket" -> "a tag like Constant Contact's";
                  case "velocity" -> "a tag like Marketo's";
                  case "eloqua" -> "an Eloqua tag";
                  case "brace" -> "a tag like MailerLite's";
                  default -> "a merge tag";
                });
  }

  /** Whether the author types values, so that there are no tags: true for {@link #HTML} only. */
  public boolean isLiteral() {
    return this == HTML;
  }

  /**
   * The probable name of the tag for a field; where there are no tags, a probable value.
   *
   * @param field of the template
   * @return for a platform with tags, a property's name in the platform's usual style; for {@link
   *     #HTML}, a value as an author would type it, which is empty where none can be guessed
   */
  public String suggestion(Field field) {
    if (field.kind() == FieldKind.NAME && isTheRecipients(field)) {
      return firstName;
    }
    return isLiteral() ? literal(field) : style.of(field.name());
  }

  /** Whether a name is that of the recipient, and not of an advisor or a friend. */
  private static boolean isTheRecipients(Field field) {
    return Stream.concat(Stream.of(field.name()), field.aliases().stream())
        .map(name -> name.toLowerCase(Locale.ROOT).replaceAll("[_-]", ""))
        .anyMatch(RECIPIENTS::contains);
  }

  /**
   * The tag that the platform replaces by the value, without percent-encoding or escaping.
   *
   * @param name of the recipient's property; it is not checked
   * @return the whole tag, {@code *|FNAME|*}; for {@link #HTML} and {@link #JAVASCRIPT}, which have
   *     no tags, the name itself
   */
  public String tag(String name) {
    return syntax.plain().replace("@", reference(name));
  }

  /** How the platform writes its tags. */
  TagSyntax syntax() {
    return syntax;
  }

  /** The content of a tag for a property. */
  String reference(String name) {
    return name;
  }

  /** The property's name in the content of a tag. */
  String bare(String reference) {
    return reference;
  }

  /**
   * The name of a property as an author types it: alone, or as a whole tag with filters.
   *
   * @param typed the author's text
   * @return empty where it can be no name; names have 1 to 80 letters, digits, spaces and {@code _
   *     . : -}
   */
  Optional<String> nameIn(String typed) {
    String text = typed.strip();
    String inside = bare(syntax.insideOf(text).orElse(text));
    String name = inside.replaceFirst("\\s*\\|.*", "");
    return Optional.of(name).filter(known -> NAME.matcher(known).matches());
  }

  private static String literal(Field field) {
    return field.kind() == FieldKind.IMAGE ? "" : field.fallback().orElseGet(() -> example(field));
  }

  private static String example(Field field) {
    return switch (field.kind()) {
      case DATE -> "2026-09-24";
      case CHOICE -> field.options().get(0);
      case NUMBER, MONEY, NAME, TEXT, CODE, URL, IMAGE, PAYLOAD -> "";
    };
  }

  private static TagSyntax liquid(String prefix) {
    return TagSyntax.of("{{ " + prefix + "@ }}")
        .encodedAs("{{ " + prefix + "@ | url_encode }}")
        .escapedAs("{{ " + prefix + "@ | escape }}")
        .withBranch("{% if " + prefix + "@ != blank %}", "{% else %}", "{% endif %}");
  }
}
