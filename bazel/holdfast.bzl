"""Holdfast in Bazel: every source is lowered by an action of its own, and a test solves them together.

    # WORKSPACE
    local_repository(name = "holdfast", path = "third_party/holdfast/bazel")
    load("@holdfast//:holdfast.bzl", "holdfast_tool")
    holdfast_tool(name = "holdfast_tool")   # the one in PATH; path = "/opt/holdfast/bin/holdfast"

    # BUILD
    load("@holdfast//:holdfast.bzl", "holdfast_test")
    holdfast_test(name = "containers", targets = [":server"], baseline = ".holdfast-baseline")

Lowering actions run in sandboxes and write the same bytes on every machine, so that a disk or remote cache
may answer for them. On machines that build for others, the program and the headers of clang that it was
built with have to be where they are here.

Only the programs, of whatever targets:

    bazel build //... --aspects=@holdfast//:holdfast.bzl%holdfast_lower --output_groups=holdfast
"""

HoldfastInfo = provider(
    doc = "What was lowered of a target and of what it depends on.",
    fields = {
        "programs": "depset of .hfx files, one for each source",
        "sources": "depset of the sources and headers that findings may be in",
    },
)

_CXX = ["cc", "cpp", "cxx", "c++", "C"]
_EDGES = ["deps", "implementation_deps", "srcs"]

def _is_source(file):
    return file.extension in _CXX + ["c"]

def _flags_of(ctx, target, source, toolchain, features):
    """The flags that source is compiled with, without the names of files."""
    rule = ctx.rule.attr
    is_cxx = source.extension in _CXX
    context = target[CcInfo].compilation_context
    fragment = ctx.fragments.cpp
    variables = cc_common.create_compile_variables(
        feature_configuration = features,
        cc_toolchain = toolchain,
        user_compile_flags = (fragment.copts + (fragment.cxxopts if is_cxx else fragment.conlyopts) +
                              [ctx.expand_make_variables("copts", flag, {}) for flag in rule.copts]),
        include_directories = context.includes,
        quote_include_directories = context.quote_includes,
        system_include_directories = context.system_includes,
        preprocessor_defines = depset(getattr(rule, "local_defines", []), transitive = [context.defines]),
    )
    return cc_common.get_memory_inefficient_command_line(
        feature_configuration = features,
        action_name = "c++-compile" if is_cxx else "c-compile",
        variables = variables,
    )

def _lower(ctx, target, source, headers, toolchain, features):
    """The program of source."""
    program = ctx.actions.declare_file("_holdfast/{}/{}.hfx".format(target.label.name, source.short_path.replace("../", "_/")))
    config = ctx.files._config
    arguments = ctx.actions.args()
    arguments.add_all(["lower", source, "-o", program, "--root=.", "--no-cache"])
    arguments.add_all(config, format_each = "--config=%s")
    arguments.add("--")
    arguments.add_all(_flags_of(ctx, target, source, toolchain, features))
    ctx.actions.run(
        executable = ctx.executable._tool,
        arguments = [arguments],
        inputs = depset([source] + config, transitive = [headers, toolchain.all_files]),
        outputs = [program],
        mnemonic = "HoldfastLower",
        progress_message = "Lowering %s" % source.short_path,
    )
    return program

def _lower_impl(target, ctx):
    below = [dep[HoldfastInfo] for edge in _EDGES for dep in _list(getattr(ctx.rule.attr, edge, [])) if HoldfastInfo in dep]
    own, seen = [], []
    if CcInfo in target and hasattr(ctx.rule.attr, "copts"):
        toolchain = ctx.attr._cc_toolchain[cc_common.CcToolchainInfo]
        features = cc_common.configure_features(
            ctx = ctx,
            cc_toolchain = toolchain,
            requested_features = ctx.features,
            unsupported_features = ctx.disabled_features,
        )
        files = ctx.rule.files.srcs if hasattr(ctx.rule.files, "srcs") else []
        headers = depset(
            [file for file in files if not _is_source(file)],
            transitive = [target[CcInfo].compilation_context.headers],
        )
        own = [_lower(ctx, target, file, headers, toolchain, features) for file in files if _is_source(file)]
        seen = [depset(files, transitive = [target[CcInfo].compilation_context.headers])]
    programs = depset(own, transitive = [info.programs for info in below])
    return [
        HoldfastInfo(
            programs = programs,
            sources = depset(transitive = seen + [info.sources for info in below]),
        ),
        OutputGroupInfo(holdfast = programs),
    ]

def _list(value):
    return value if type(value) == "list" else []

holdfast_lower = aspect(
    doc = "Lowers the sources of cc_ targets and of what they depend on; output group `holdfast`.",
    implementation = _lower_impl,
    attr_aspects = _EDGES,
    attrs = {
        "_tool": attr.label(default = "@holdfast//:tool", allow_single_file = True, executable = True, cfg = "exec"),
        "_config": attr.label(default = "@holdfast//:config", allow_files = True),
        "_cc_toolchain": attr.label(default = "@bazel_tools//tools/cpp:current_cc_toolchain"),
    },
    fragments = ["cpp"],
    toolchains = ["@bazel_tools//tools/cpp:toolchain_type"],
)

def _quote(word):
    return "'" + word.replace("'", "'\\''") + "'"

def _test_impl(ctx):
    infos = [target[HoldfastInfo] for target in ctx.attr.targets]
    programs = depset(transitive = [info.programs for info in infos])
    sources = depset(transitive = [info.sources for info in infos])
    options = ctx.attr.options + ["--config=" + file.short_path for file in ctx.files._config]
    if ctx.file.baseline:
        options.append("--baseline=" + ctx.file.baseline.short_path)
    script = ctx.actions.declare_file(ctx.label.name + ".sh")
    ctx.actions.write(
        script,
        "#!/bin/sh\nexec {} solve --quiet --root=. {} \\\n  {}\n".format(
            _quote(ctx.executable._tool.short_path),
            " ".join([_quote(option) for option in options]),
            " \\\n  ".join([_quote(program.short_path) for program in programs.to_list()]),
        ),
        is_executable = True,
    )
    runfiles = ctx.runfiles(
        [ctx.executable._tool] + ctx.files.baseline + ctx.files._config,
        transitive_files = depset(transitive = [programs, sources]),
    )
    return [DefaultInfo(executable = script, runfiles = runfiles)]

holdfast_test = rule(
    doc = "Solves targets, and what they depend on, as one program; fails when something is found.",
    implementation = _test_impl,
    test = True,
    attrs = {
        "targets": attr.label_list(aspects = [holdfast_lower], mandatory = True),
        "baseline": attr.label(allow_single_file = True, doc = "Findings that are known: `holdfast baseline`."),
        "options": attr.string_list(doc = "For `holdfast solve`: `--confidence=certain`, `--checks=…`."),
        "_tool": attr.label(default = "@holdfast//:tool", allow_single_file = True, executable = True, cfg = "target"),
        "_config": attr.label(default = "@holdfast//:config", allow_files = True),
    },
)

def _tool_impl(repository):
    path = repository.attr.path or repository.which("holdfast")
    if not path:
        fail("no holdfast in PATH; give holdfast_tool(path = …)")
    repository.symlink(path, "holdfast")
    repository.file("BUILD.bazel", 'exports_files(["holdfast"])\n')

holdfast_tool = repository_rule(
    doc = "A program that is installed on this machine.",
    implementation = _tool_impl,
    attrs = {"path": attr.string(doc = "Absolute; default: the one in PATH.")},
    local = True,
)
