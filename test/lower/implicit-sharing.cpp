// RUN: %holdfast lower --text %s -- -std=c++17 | FileCheck %s
//
// The const overload of an implicitly shared container has a row of its own: it does not detach.
template <class T> struct QList {
  struct iterator {
    T &operator*();
    iterator &operator++();
    bool operator!=(iterator) const;
  };
  using const_iterator = iterator;
  iterator begin();
  const_iterator begin() const;
  iterator end();
  const_iterator end() const;
};
void walk(QList<int> &l, const QList<int> &c) {
  l.begin();
  c.begin();
}
// CHECK-LABEL: function "walk"
// CHECK: op QList::begin() recv %l
// CHECK: op "QList::begin const"() recv %c
