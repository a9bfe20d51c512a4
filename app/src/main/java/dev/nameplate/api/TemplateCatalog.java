package dev.nameplate.api;

import dev.nameplate.access.token.Scope;
import dev.nameplate.template.Sample;
import dev.nameplate.template.Template;
import dev.nameplate.template.library.TemplateLibrary;
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
   */
  public record Entry(Template template, List<Sample> samples) {
    public Entry {
      samples = List.copyOf(samples);
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
   * Returns the template with an id, and its samples.
   *
   * @throws ApiException if there is no such template, if it is not for this caller, or if the
   *     caller may not read templates
   */
  public Entry find(String id, Caller caller) {
    caller.require(Scope.TEMPLATES_READ);
    return new Entry(require(id, "$", caller, List.of()), templates.samples(id));
  }

  /** Returns whether there is a template of an id that is or was free of faults. */
  public boolean exists(String id) {
    return templates.find(id).isPresent();
  }

  /**
   * A template that a call names.
   *
   * @param path where the call names it
   * @param faults what else is wrong with the call, told with it
   * @throws ApiException where there is none, or it is not for this caller
   */
  Template require(String id, String path, Caller caller, List<ApiFault> faults) {
    if (!caller.mayUse(id)) {
      throw wrong(
          ApiFault.of(path, ErrorCode.TEMPLATE_NOT_ALLOWED, "the token is for other templates"),
          faults);
    }
    return templates
        .find(id)
        .orElseThrow(
            () ->
                wrong(
                    new ApiFault(
                        path,
                        ErrorCode.UNKNOWN_TEMPLATE,
                        "there is no such template",
                        nearest(id, caller)),
                    faults));
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
