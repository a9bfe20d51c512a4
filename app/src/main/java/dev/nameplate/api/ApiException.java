package dev.nameplate.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A call that is answered with a problem. Its message holds codes alone. */
public final class ApiException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<ApiFault> faults;
  private final transient Optional<Context> context;

  /** What a call was about, as far as it was understood; holds a recipient's data. */
  public record Context(String template, Map<String, String> values) {
    public Context {
      values = Map.copyOf(new LinkedHashMap<>(values));
    }

    @Override
    public String toString() {
      return "Context[" + template + ", " + values.size() + " values]";
    }
  }

  /**
   * @param faults at least one; the first gives the status
   */
  public ApiException(List<ApiFault> faults, Optional<Context> context) {
    super(faults.get(0).code().label(), null, false, false);
    this.faults = List.copyOf(faults);
    this.context = context;
  }

  /** A call with one fault, about the call itself. */
  public static ApiException of(ErrorCode code, String message) {
    return new ApiException(List.of(ApiFault.of("$", code, message)), Optional.empty());
  }

  /** Everything that is wrong. */
  public List<ApiFault> faults() {
    return faults;
  }

  /** The template and the values of the call; absent where they are not known. */
  public Optional<Context> context() {
    return context;
  }

  /** The code of the answer. */
  public ErrorCode code() {
    return faults.get(0).code();
  }
}
