// RUN: %holdfast lower --text %s -- -std=c++17 | FileCheck %s
//
// A function with a `this` says of which class it is; a lambda, of which class the one it captured is.
struct Server {
  Server() {}
  ~Server() {}
  void drop() {
    auto outer = [this] { return [this] { drop(); }; };
    auto alone = [] { return 1; };
    outer(), alone();
  }
  static void log() {}
  int limit = [this] { return sizeof(*this); }();
};
template <class T> struct Queue {
  void pop() {}
};
template struct Queue<int>;
void freeFunction() {}

// CHECK-DAG: function "Server::Server" usr "c:@S@Server@F@Server#" class "c:@S@Server" constructor @
// CHECK-DAG: function "Server::~Server" usr "c:@S@Server@F@~Server#" class "c:@S@Server" destructor @
// CHECK-DAG: function "Server::drop" usr "c:@S@Server@F@drop#" class "c:@S@Server" @
// CHECK-DAG: function "lambda at classes.cpp:8" usr "{{[^"]*}}" class "c:@S@Server" lambda @8:18
// CHECK-DAG: function "lambda at classes.cpp:8" usr "{{[^"]*}}" class "c:@S@Server" lambda @8:34
// CHECK-DAG: function "lambda at classes.cpp:9" usr "{{[^"]*}}" lambda @
// CHECK-DAG: function "Server::log" usr "c:@S@Server@F@log#S" @
// CHECK-DAG: function "lambda at classes.cpp:13" usr "{{[^"]*}}" class "c:@S@Server" lambda @
// CHECK-DAG: function "Queue::pop" usr "c:@S@Queue>#I@F@pop#" class "c:@S@Queue>#I" @
// CHECK-DAG: function "freeFunction" usr "c:@F@freeFunction#" @
