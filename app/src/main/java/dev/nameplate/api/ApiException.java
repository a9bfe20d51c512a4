package dev.nameplate.api;

import java.util.List;
import java.util.Optional;

/** A call that is answered with a problem. Its message holds codes alone. */
public final class ApiException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<ApiFault> faults;
  private final transient Optional<String> template;

  /**
   * @param faults at least one; the first gives the status
   * @param template the id of the template that the call is about; empty where it is not known
   */
  public ApiException(List<ApiFault> faults, Optional<String> template) {
    super(faults.get(0).code().label(), null, false, false);
    this.faults = List.copyOf(faults);
    this.template = template;
  }

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

  /** Returns the id of the template that the call is about; empty if it is not known. */
  public Optional<String> template() {
    return template;
  }

  /** Returns the code of the first fault, which decides the status of the answer. */
  public ErrorCode code() {
    return faults.get(0).code();
  }
}
