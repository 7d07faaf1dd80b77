# holdfast_check(TARGET... [BASELINE FILE] [OPTIONS ARG...]): a build target `holdfast-TARGET` for each that analyzes its
# sources as one program with what they call, and fails like `holdfast gate`; `holdfast` runs all of them.
#
#   include(Holdfast)                # with the directory of this file in CMAKE_MODULE_PATH
#   add_executable(server main.cpp registry.cpp)
#   holdfast_check(server BASELINE ${CMAKE_SOURCE_DIR}/.holdfast-baseline OPTIONS --fail-on=certain)
#
# To have the plugin look at each file while it is compiled instead:
#   set(CMAKE_CXX_CLANG_TIDY clang-tidy-22 -load=/path/to/HoldfastTidy.so "-checks=-*,holdfast-*" -warnings-as-errors=holdfast-*)
include_guard(GLOBAL)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
find_program(HOLDFAST_EXECUTABLE holdfast DOC "The program that holdfast_check() runs")

# Stops configuring when `caller` cannot work.
function(_holdfast_require caller)
  if(NOT HOLDFAST_EXECUTABLE)
    message(FATAL_ERROR "${caller}: no holdfast in PATH; set HOLDFAST_EXECUTABLE")
  endif()
  if(NOT CMAKE_GENERATOR MATCHES "Ninja|Makefiles")
    message(FATAL_ERROR "${caller}: ${CMAKE_GENERATOR} writes no compile_commands.json; use Ninja or Makefiles")
  endif()
endfunction()

# The C and C++ sources of `target`, as absolute paths.
function(_holdfast_sources target result)
  get_target_property(sources ${target} SOURCES)
  get_target_property(directory ${target} SOURCE_DIR)
  set(files)
  foreach(source ${sources})
    get_filename_component(path ${source} ABSOLUTE BASE_DIR ${directory})
    if(path MATCHES "\\.(c|cc|cpp|cxx|c\\+\\+)$")
      list(APPEND files ${path})
    endif()
  endforeach()
  set(${result} ${files} PARENT_SCOPE)
endfunction()

function(holdfast_check)
  cmake_parse_arguments(PARSE_ARGV 0 check "" "BASELINE" "OPTIONS")
  _holdfast_require(holdfast_check)
  if(NOT TARGET holdfast)
    add_custom_target(holdfast)
  endif()
  set(baseline)
  if(check_BASELINE)
    set(baseline "--baseline=${check_BASELINE}")
  endif()
  foreach(target ${check_UNPARSED_ARGUMENTS})
    _holdfast_sources(${target} files)
    add_custom_target(
      holdfast-${target}
      COMMAND ${HOLDFAST_EXECUTABLE} gate -p ${CMAKE_BINARY_DIR} --quiet ${baseline} ${check_OPTIONS} ${files}
      WORKING_DIRECTORY ${CMAKE_SOURCE_DIR}
      VERBATIM)
    add_dependencies(holdfast holdfast-${target})
  endforeach()
endfunction()

# holdfast_lower(TARGET... [OPTIONS ARG...]): a build target `holdfast-solve-TARGET` for each. Each source is lowered by an edge of
# its own, again when it or a header of it changes, on whatever machine the build runs its edges; they are solved together when one of
# them is another one. OPTIONS go to `holdfast solve`. Targets that these sources need (generated headers) are those of TARGET.
function(holdfast_lower)
  cmake_parse_arguments(PARSE_ARGV 0 lower "" "" "OPTIONS")
  _holdfast_require(holdfast_lower)
  # Configuring writes the database anew; what is the same in it is no reason to lower.
  set(database ${CMAKE_BINARY_DIR}/holdfast/compile_commands.json)
  if(NOT TARGET holdfast-database)
    add_custom_command(
      OUTPUT ${database}
      COMMAND ${CMAKE_COMMAND} -E copy_if_different ${CMAKE_BINARY_DIR}/compile_commands.json ${database}
      DEPENDS ${CMAKE_BINARY_DIR}/compile_commands.json
      VERBATIM)
    add_custom_target(holdfast-database DEPENDS ${database})
  endif()
  foreach(target ${lower_UNPARSED_ARGUMENTS})
    _holdfast_sources(${target} files)
    set(programs)
    foreach(path ${files})
      file(RELATIVE_PATH name ${CMAKE_SOURCE_DIR} ${path})
      string(REPLACE "../" "_/" name ${name})
      set(program ${CMAKE_BINARY_DIR}/holdfast/${target}/${name}.hfx)
      get_filename_component(folder ${program} DIRECTORY)
      file(MAKE_DIRECTORY ${folder})
      add_custom_command(
        OUTPUT ${program}
        COMMAND ${HOLDFAST_EXECUTABLE} lower ${path} -p ${database} --root=${CMAKE_SOURCE_DIR} -o ${program}
                --depfile=${program}.d
        DEPENDS ${path} ${database} ${HOLDFAST_EXECUTABLE}
        DEPFILE ${program}.d
        COMMENT "Lowering ${name}"
        VERBATIM)
      list(APPEND programs ${program})
    endforeach()
    set(stamp ${CMAKE_BINARY_DIR}/holdfast/${target}/solved)
    add_custom_command(
      OUTPUT ${stamp}
      COMMAND ${HOLDFAST_EXECUTABLE} solve --quiet --root=${CMAKE_SOURCE_DIR} ${lower_OPTIONS} ${programs}
      COMMAND ${CMAKE_COMMAND} -E touch ${stamp}
      DEPENDS ${programs}
      WORKING_DIRECTORY ${CMAKE_SOURCE_DIR}
      VERBATIM)
    add_custom_target(holdfast-solve-${target} DEPENDS ${stamp})
    add_dependencies(holdfast-solve-${target} holdfast-database ${target})
  endforeach()
endfunction()
