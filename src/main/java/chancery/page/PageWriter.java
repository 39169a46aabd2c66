package chancery.page;

import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;

/// Fills the templates of `resources/chancery/page`. All are `.ftlh`: FreeMarker escapes every text
/// that comes from the graph, in elements and attributes alike, and no template switches that off.
///
/// Thread-safe.
public final class PageWriter {
    private final Configuration templates = new Configuration(Configuration.VERSION_2_3_34);

    public PageWriter() {
        templates.setClassForTemplateLoading(PageWriter.class, "/chancery/page");
        templates.setDefaultEncoding("UTF-8");
        templates.setOutputEncoding("UTF-8");
        templates.setLocale(Locale.ENGLISH);
        templates.setNumberFormat("#,##0");
        templates.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        templates.setLogTemplateExceptions(false);
        templates.setWrapUncheckedExceptions(true);
        templates.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    }

    /// @param template its name without `.ftlh`
    /// @param page     a record of this room; the template sees it as `page`
    public String write(String template, Frame frame, Object page) {
        StringWriter html = new StringWriter();
        try {
            templates
                    .getTemplate(template + ".ftlh")
                    .process(Map.of("frame", frame, "page", page), html);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TemplateException e) {
            throw new IllegalStateException("template " + template, e);
        }
        return html.toString();
    }
}
