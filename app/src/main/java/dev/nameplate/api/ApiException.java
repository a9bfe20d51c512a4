package dev.nameplate.api;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A call that is answered with a problem. Its message holds codes alone. */
public final class ApiException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<ApiFault> faults;
  private final transient Optional<Subject> subject;
  private final transient Optional<Duration> retryAfter;

  /**
   * @param faults at least one; the first gives the status
   * @param subject the template that the call is about; empty where it is not known
   */
  public ApiException(List<ApiFault> faults, Optional<Subject> subject) {
    this(faults, subject, Optional.empty());
  }

  private ApiException(
      List<ApiFault> faults, Optional<Subject> subject, Optional<Duration> retryAfter) {
    super(faults.get(0).code().label(), null, false, false);
    this.faults = List.copyOf(faults);
    this.subject = subject;
    this.retryAfter = retryAfter;
  }

  /**
   * Returns the same exception, whose answer tells when to try again.
   *
   * @param wait from now on
   */
  ApiException retryAfter(Duration wait) {
    return new ApiException(faults, subject, Optional.of(wait));
  }

  /**
   * The template that a call is about.
   *
   * @param template its id
   * @param studio the address of its page with the values of the call, encrypted; empty where there
   *     are no keys or no such page
   */
  public record Subject(String template, Optional<String> studio) {}

  /**
   * Returns an exception with a single fault about the call itself, at the path {@code $}, and
   * without a template.
   *
   * @param message what is wrong and what is allowed; never a value of the caller
   */
  public static ApiException of(ErrorCode code, String message) {
    return new ApiException(List.of(ApiFault.of("$", code, message)), Optional.empty());
  }

  /**
   * Returns everything that is wrong with the call: an unmodifiable list of at least one fault,
   * whose first decides the status of the answer.
   */
  public List<ApiFault> faults() {
    return faults;
  }

  /** Returns the template that the call is about; empty if it is not known. */
  public Optional<Subject> subject() {
    return subject;
  }

  /** Returns after what time to try again; empty for what the code alone decides. */
  public Optional<Duration> retryAfter() {
    return retryAfter;
  }

  /** Returns the code of the first fault, which decides the status of the answer. */
  public ErrorCode code() {
    return faults.get(0).code();
  }
}
