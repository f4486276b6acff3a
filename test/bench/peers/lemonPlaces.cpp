// The peer: solves a .bmb instance, days ignored, as a flow of least cost by LEMON's network simplex.
// lemonPlaces FILE WEIGHT: a filled place is worth priority * WEIGHT + score. Reading the file is not timed.
#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <vector>

using Graph = lemon::SmartDigraph;
using Value = std::int64_t;
using Clock = std::chrono::steady_clock;

constexpr std::int32_t magic = 0x424d4231;
constexpr std::size_t headerWords = 8;

static std::vector<std::int32_t> wordsOf(const char* path) {
  std::FILE* file = std::fopen(path, "rb");
  if (file == nullptr) return {};
  std::fseek(file, 0, SEEK_END);
  std::vector<std::int32_t> words(static_cast<std::size_t>(std::ftell(file)) / 4);
  std::rewind(file);
  const std::size_t read = std::fread(words.data(), 4, words.size(), file);
  std::fclose(file);
  words.resize(read);
  return words;
}

static double millisecondsSince(Clock::time_point began) {
  return std::chrono::duration<double, std::milli>(Clock::now() - began).count();
}

int main(int count, char** words) {
  if (count != 3) return std::fprintf(stderr, "lemonPlaces FILE WEIGHT\n"), 2;
  const std::vector<std::int32_t> cells = wordsOf(words[1]);
  const Value weight = std::atoll(words[2]);
  if (cells.size() < headerWords || cells[0] != magic) return std::fprintf(stderr, "not a .bmb file\n"), 1;
  const int requests = cells[1], people = cells[2], pairs = cells[3];
  const std::int32_t* next = cells.data() + headerWords;
  const auto take = [&next](int length) { return (next += length) - length; };
  const std::int32_t *wanted = take(requests), *days = take(requests), *priority = take(requests);
  const std::int32_t* omitted = take(requests);
  const std::int32_t *slots = take(people), *dayCapacity = take(people), *leastLoad = take(people);
  const std::int32_t *start = take(requests + 1), *person = take(pairs), *score = take(pairs);
  static_cast<void>(days), static_cast<void>(omitted), static_cast<void>(dayCapacity), static_cast<void>(leastLoad);

  const std::clock_t worked = std::clock();
  const Clock::time_point began = Clock::now();
  Graph graph;
  graph.reserveNode(requests + people + 1);
  graph.reserveArc(pairs + requests + people);
  for (int node = 0; node <= requests + people; node++) graph.addNode();
  const Graph::Node sink = graph.nodeFromId(requests + people);
  Graph::ArcMap<Value> capacity(graph), cost(graph);
  Graph::NodeMap<Value> supply(graph);
  const auto draw = [&](Graph::Node from, Graph::Node to, Value most, Value price) {
    const Graph::Arc arc = graph.addArc(from, to);
    capacity[arc] = most;
    cost[arc] = price;
  };
  Value total = 0;
  for (int i = 0; i < requests; i++) {
    const Graph::Node request = graph.nodeFromId(i);
    supply[request] = wanted[i];
    total += wanted[i];
    for (int e = start[i]; e < start[i + 1]; e++)
      draw(request, graph.nodeFromId(requests + person[e]), 1, -(priority[i] * weight + score[e]));
    draw(request, sink, wanted[i], 0);
  }
  for (int j = 0; j < people; j++) draw(graph.nodeFromId(requests + j), sink, slots[j], 0);
  supply[sink] = -total;
  const double buildMilliseconds = millisecondsSince(began);

  const Clock::time_point built = Clock::now();
  lemon::NetworkSimplex<Graph, Value, Value> simplex(graph);
  simplex.upperMap(capacity).costMap(cost).supplyMap(supply);
  if (simplex.run() != decltype(simplex)::OPTIMAL) return std::fprintf(stderr, "no optimum\n"), 1;
  const double solveMilliseconds = millisecondsSince(built);
  const double cpuMilliseconds = 1000.0 * static_cast<double>(std::clock() - worked) / CLOCKS_PER_SEC;
  std::printf(
      "{\"objective\":%lld,\"buildMilliseconds\":%.2f,\"solveMilliseconds\":%.2f,\"cpuMilliseconds\":%.2f}\n",
      -static_cast<long long>(simplex.totalCost<Value>()), buildMilliseconds, solveMilliseconds, cpuMilliseconds);
  return 0;
}
