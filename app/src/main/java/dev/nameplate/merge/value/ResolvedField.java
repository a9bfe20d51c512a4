package dev.nameplate.merge.value;

import dev.nameplate.template.field.Field;
import java.util.Locale;
import java.util.Optional;

/**
 * One field with its resolved value and, if the given value was not used, the reason.
 *
 * @param field its declaration
 * @param state where {@code value} comes from
 * @param value what is drawn: the given value or the fallback; empty if the field is absent
 * @param reason why the given value is not used; empty if it is used
 * @param arrived the decoded text of the parameter, at most 200 code points; empty if the request
 *     has no such parameter. An empty text for a payload that is too long to be decoded
 * @param detail more about the reason, such as the email platform whose tag was found; empty if
 *     there is nothing to add
 */
public record ResolvedField(
    Field field,
    State state,
    Optional<FieldValue> value,
    Optional<MissingReason> reason,
    Optional<String> arrived,
    Optional<String> detail) {

  /** Where the drawn value comes from. */
  public enum State {
    /** From the request. */
    GIVEN,
    /** From the template's fallback. */
    FALLBACK,
    /** There is no value. */
    ABSENT;

    /** Returns the name in lower case, as response headers and the explanation write it. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The value if it is a remote image. */
  Optional<FieldValue.RemoteImageUrl> remoteImage() {
    return value.isPresent() && value.get() instanceof FieldValue.RemoteImageUrl remoteImageUrl
        ? Optional.of(remoteImageUrl)
        : Optional.empty();
  }

  /** A copy with another value. */
  ResolvedField with(FieldValue other) {
    return new ResolvedField(field, state, Optional.of(other), reason, arrived, detail);
  }

  /** Has the field's name, its state and the reason, never the value. */
  @Override
  public String toString() {
    return "ResolvedField[" + field.name() + ", " + state + ", " + reason + "]";
  }
}
