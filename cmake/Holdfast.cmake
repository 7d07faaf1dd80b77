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

function(holdfast_check)
  cmake_parse_arguments(PARSE_ARGV 0 check "" "BASELINE" "OPTIONS")
  if(NOT HOLDFAST_EXECUTABLE)
    message(FATAL_ERROR "holdfast_check: no holdfast in PATH; set HOLDFAST_EXECUTABLE")
  endif()
  if(NOT CMAKE_GENERATOR MATCHES "Ninja|Makefiles")
    message(FATAL_ERROR "holdfast_check: ${CMAKE_GENERATOR} writes no compile_commands.json; use Ninja or Makefiles")
  endif()
  if(NOT TARGET holdfast)
    add_custom_target(holdfast)
  endif()
  set(baseline)
  if(check_BASELINE)
    set(baseline "--baseline=${check_BASELINE}")
  endif()
  foreach(target ${check_UNPARSED_ARGUMENTS})
    get_target_property(sources ${target} SOURCES)
    get_target_property(directory ${target} SOURCE_DIR)
    set(files)
    foreach(source ${sources})
      get_filename_component(path ${source} ABSOLUTE BASE_DIR ${directory})
      if(path MATCHES "\\.(c|cc|cpp|cxx|c\\+\\+)$")
        list(APPEND files ${path})
      endif()
    endforeach()
    add_custom_target(
      holdfast-${target}
      COMMAND ${HOLDFAST_EXECUTABLE} gate -p ${CMAKE_BINARY_DIR} --quiet ${baseline} ${check_OPTIONS} ${files}
      WORKING_DIRECTORY ${CMAKE_SOURCE_DIR}
      VERBATIM)
    add_dependencies(holdfast holdfast-${target})
  endforeach()
endfunction()
