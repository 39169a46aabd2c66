package chancery.map.compiled;

import chancery.check.derive.CodeLists;

/// What our directives need, where they are on.
///
/// @param base put in the place of `https://w3id.org/chancery/`, as [chancery.map.Mapper] has it
/// @param codes what the codes in tables name
public record Directives(String base, CodeLists codes) {}
