package dev.nameplate.api;

import dev.nameplate.access.sign.RequestedVersion;
import dev.nameplate.access.token.Scope;
import dev.nameplate.template.Sample;
import dev.nameplate.template.Template;
import dev.nameplate.template.library.TemplateLibrary;
import dev.nameplate.template.library.VersionLookup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The templates as a caller may see them. */
public final class TemplateCatalog {
  private final TemplateLibrary templates;

  /**
   * @param templates all that are served
   */
  public TemplateCatalog(TemplateLibrary templates) {
    this.templates = templates;
  }

  /**
   * A template with values to try it with.
   *
   * @param template one that the caller may use
   * @param samples in the order of their file; empty where it has none
   * @param versions the numbers of its published versions, in ascending order
   */
  public record Entry(Template template, List<Sample> samples, List<Integer> versions) {
    public Entry {
      samples = List.copyOf(samples);
      versions = List.copyOf(versions);
    }
  }

  /**
   * Returns every template that the caller may use, by id; empty if there is none.
   *
   * @throws ApiException with {@link ErrorCode#SCOPE} if the caller may not read templates
   */
  public List<Template> list(Caller caller) {
    caller.require(Scope.TEMPLATES_READ);
    return templates.all().stream().filter(template -> caller.mayUse(template.id())).toList();
  }

  /**
   * Returns the template with an id, or a version of it, and the template's samples and versions.
   *
   * @param name an id, {@code welcome}, or an id and a version's number, {@code welcome@7}
   * @throws ApiException if there is no such template or version, if it is not for this caller, or
   *     if the caller may not read templates
   */
  public Entry find(String name, Caller caller) {
    caller.require(Scope.TEMPLATES_READ);
    return entry(name, caller);
  }

  /**
   * Returns the same for a caller who makes jobs of it.
   *
   * @throws ApiException as {@link #find}, where the caller may not use batches
   */
  public Entry findForBatch(String name, Caller caller) {
    caller.require(Scope.BATCHES);
    return entry(name, caller);
  }

  private Entry entry(String name, Caller caller) {
    TemplateRef ref = TemplateRef.of(name, "$");
    return new Entry(
        require(ref, "$", caller, List.of()),
        templates.samples(ref.id()),
        templates.versions(ref.id()));
  }

  /** Returns whether there is a template of an id that is or was free of faults. */
  public boolean exists(String id) {
    return templates.find(id).isPresent();
  }

  /**
   * A template, or a version of it, that a call names.
   *
   * @param path where the call names it
   * @param faults what else is wrong with the call, told with it
   * @throws ApiException where there is none, or it is not for this caller
   */
  Template require(TemplateRef ref, String path, Caller caller, List<ApiFault> faults) {
    String id = ref.id();
    if (!caller.mayUse(id)) {
      throw wrong(
          ApiFault.of(path, ErrorCode.TEMPLATE_NOT_ALLOWED, "the token is for other templates"),
          faults);
    }
    return ref.version().isPresent()
        ? version(ref, ref.version().get(), path, caller, faults)
        : templates.find(id).orElseThrow(() -> unknown(id, path, caller, faults));
  }

  private Template version(
      TemplateRef ref, String number, String path, Caller caller, List<ApiFault> faults) {
    String id = ref.id();
    VersionLookup lookup =
        RequestedVersion.parse(number)
            .map(parsed -> templates.find(id, parsed))
            .orElseGet(() -> new VersionLookup.Unknown(templates.versions(id)));
    if (lookup instanceof VersionLookup.Found found) {
      return found.version();
    }
    if (lookup instanceof VersionLookup.Faulty) {
      throw wrong(
          ApiFault.of(
              ref.versionPath(),
              ErrorCode.UNKNOWN_VERSION,
              "the files of this version were changed and cannot be read"),
          faults);
    }
    List<Integer> numbers = ((VersionLookup.Unknown) lookup).published();
    if (numbers.isEmpty() && templates.find(id).isEmpty()) {
      throw unknown(id, path, caller, faults);
    }
    throw wrong(
        new ApiFault(
            ref.versionPath(),
            ErrorCode.UNKNOWN_VERSION,
            numbers.isEmpty()
                ? "the template has no published version"
                : "there is no such version; the last one is " + last(numbers),
            numbers.isEmpty() ? Optional.empty() : Optional.of(last(numbers))),
        faults);
  }

  private static String last(List<Integer> numbers) {
    return String.valueOf(numbers.get(numbers.size() - 1));
  }

  private ApiException unknown(String id, String path, Caller caller, List<ApiFault> faults) {
    return wrong(
        new ApiFault(
            path, ErrorCode.UNKNOWN_TEMPLATE, "there is no such template", nearest(id, caller)),
        faults);
  }

  private Optional<String> nearest(String id, Caller caller) {
    List<String> ids = templates.all().stream().map(Template::id).filter(caller::mayUse).toList();
    return NearestName.of(id, ids);
  }

  private static ApiException wrong(ApiFault first, List<ApiFault> others) {
    List<ApiFault> all = new ArrayList<>(List.of(first));
    all.addAll(others);
    return new ApiException(all, Optional.empty());
  }
}
