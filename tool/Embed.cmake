# cmake -DOUTPUT=… "-DFILES=a;b" -P Embed.cmake: writes an entry {name, text} for each file.
set(text "")
foreach(path ${FILES})
  get_filename_component(name ${path} NAME)
  file(READ ${path} content)
  string(APPEND text "{\"${name}\", R\"embedded(${content})embedded\"},\n")
endforeach()
file(WRITE ${OUTPUT} "${text}")
